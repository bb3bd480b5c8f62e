package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Lists of statements between braces, and how to find the next statement behind a broken one. */
final class Statements {
    /** Parses one statement at the cursor and adds what it is to the list. */
    @FunctionalInterface
    interface Statement {
        void parse(List<Declaration> into) throws GiveUp;
    }

    private final TokenCursor cursor;
    private boolean endReported;

    Statements(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** A body in braces; {@code owner} is what it belongs to, in words, and {@code empty} whether it may be empty. */
    Body body(String owner, boolean mayBeEmpty, Statement statement) throws GiveUp {
        int start = cursor.index();
        cursor.expect("{");
        List<Declaration> declarations = new ArrayList<>();
        boolean first = !mayBeEmpty;
        while (first || !cursor.accept("}")) {
            first = false;
            if (cursor.atEnd()) {
                endOfFile(owner, start);
                throw GiveUp.INSTANCE;
            }
            int before = cursor.index();
            try {
                statement.parse(declarations);
            } catch (GiveUp e) {
                skip(before);
            }
        }
        return new Body(cursor.since(start), declarations);
    }

    /** Only the innermost of the bodies that lack their brace is worth a message. */
    private void endOfFile(String owner, int opening) {
        if (!endReported) {
            endReported = true;
            String message = "the file ends inside " + owner + ", which lacks its '}'";
            cursor.report(Diagnostic.error("unexpected-end", cursor.here(), message)
                    .withLabel(cursor.span(opening), "opened here"));
        }
    }

    /** A lone semicolon, if there is one. */
    boolean empty(List<Declaration> into) {
        Span here = cursor.here();
        if (cursor.accept(";")) {
            into.add(new EmptyNode(here));
            return true;
        }
        return false;
    }

    /**
     * Goes behind the rest of a broken statement that began at token {@code start}: behind its semicolon or its block, or
     * before the brace that closes what it stands in. A line that begins with a word, where something else was expected,
     * is taken for the next statement.
     */
    void skip(int start) {
        if (cursor.index() > start && cursor.onNewLine() && cursor.at(Token.Kind.IDENTIFIER)) {
            return;
        }
        while (!cursor.atEnd()) {
            if (cursor.index() > start && cursor.onNewLine() && startsDeclaration()) {
                return;
            }
            if (cursor.accept(";")) {
                return;
            }
            if (cursor.at("}")) {
                return;
            }
            if (cursor.accept("{")) {
                skipBlock();
                return;
            }
            cursor.next();
        }
    }

    private void skipBlock() {
        int depth = 1;
        while (!cursor.atEnd() && depth > 0) {
            if (cursor.at("{")) {
                depth++;
            } else if (cursor.at("}")) {
                depth--;
            }
            cursor.next();
        }
    }

    /** Whether the current token, first on its line, begins a declaration rather than goes on with the one before. */
    private boolean startsDeclaration() {
        if (!cursor.at(Token.Kind.IDENTIFIER)) {
            return false;
        }
        return switch (cursor.text()) {
            case "message", "enum", "service", "extend", "oneof", "rpc", "import", "package" ->
                !cursor.nextIs("=") && !cursor.nextIs(".");
            case "optional", "required", "repeated" -> true;
            default -> false;
        };
    }
}
