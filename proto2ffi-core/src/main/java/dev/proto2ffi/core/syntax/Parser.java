package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses one file: its syntax or edition, its top-level statements.
 *
 * <p>The grammar is that of the reference compiler; an input that it refuses while parsing is refused here, with the
 * first error on the same line. All errors of the file are reported in the order of its text.
 */
public final class Parser {
    private static final List<String> STATEMENTS =
            List.of("message", "enum", "service", "extend", "import", "package", "option");

    private final TokenCursor cursor;
    private final Statements statements;
    private final Dialect dialect;
    private final MessageParser messages;
    private final ServiceParser services;
    private final VisibilityParser visibilities;
    private @Nullable PackageNode packageSeen;
    private @Nullable ImportNode optionImportSeen;

    private Parser(TokenCursor cursor, Dialect dialect) {
        this.cursor = cursor;
        this.statements = new Statements(cursor);
        this.dialect = dialect;
        this.messages = new MessageParser(cursor, statements, dialect);
        this.services = new ServiceParser(cursor, statements, messages.options(), messages.types());
        this.visibilities = new VisibilityParser(cursor, dialect);
    }

    /**
     * Parses a whole file, whatever it holds. Errors go to {@code diagnostics}; the tree then lacks the statements that
     * made no sense.
     */
    public static FileNode parse(SourceFile file, Diagnostics diagnostics) {
        TokenCursor cursor = new TokenCursor(file, Lexer.lex(file), diagnostics);
        SyntaxParser.Result head = new SyntaxParser(cursor).parse();
        List<Declaration> declarations =
                head.dialect() == null ? List.of() : new Parser(cursor, head.dialect()).declarations();
        return new FileNode(file, cursor.tokens(), head.node(), declarations);
    }

    private List<Declaration> declarations() {
        List<Declaration> declarations = new ArrayList<>();
        while (!cursor.atEnd()) {
            int start = cursor.index();
            try {
                statement(declarations);
            } catch (GiveUp e) {
                statements.skip(start);
                if (cursor.at("}")) {
                    cursor.error("unexpected-token", cursor.here(), "this '}' closes nothing", null);
                    cursor.next();
                }
            }
        }
        return declarations;
    }

    private void statement(List<Declaration> into) throws GiveUp {
        if (statements.empty(into)) {
            return;
        }
        int start = cursor.index();
        Visibility visibility = visibilities.parse();
        Span visibilitySpan = visibility == Visibility.UNSET ? null : cursor.span(start);
        if (cursor.at("message")) {
            into.add(messages.message(visibility, visibilitySpan));
        } else if (cursor.at("enum")) {
            into.add(messages.enums().enumeration(visibility, visibilitySpan));
        } else if (cursor.at("service")) {
            into.add(services.service());
        } else if (cursor.at("extend")) {
            into.add(messages.extend());
        } else if (cursor.at("import")) {
            into.add(importStatement());
        } else if (cursor.at("package")) {
            into.add(packageStatement());
        } else if (cursor.at("option")) {
            into.add(messages.options().statement());
        } else {
            throw cursor.expected("a top-level statement, such as message", helpAtTopLevel());
        }
    }

    private @Nullable String helpAtTopLevel() {
        if (cursor.at("syntax") || cursor.at("edition")) {
            return "the syntax or edition is the first statement of a file, and the only one of its kind";
        }
        if (cursor.at("export") || cursor.at("local")) {
            return "export and local exist from edition 2024 on";
        }
        if (cursor.at("#")) {
            return "comments begin with //, or stand between /* and */";
        }
        if (cursor.at("rpc")) {
            return "methods stand inside a service";
        }
        String meant = cursor.at(Token.Kind.IDENTIFIER) ? Names.closest(cursor.text(), STATEMENTS) : null;
        return meant == null ? null : "did you mean " + meant + "?";
    }

    private PackageNode packageStatement() throws GiveUp {
        int start = cursor.index();
        if (packageSeen != null) {
            cursor.report(Diagnostic.error("duplicate-package", cursor.here(), "a file has one package")
                    .withLabel(packageSeen.span(), "the first one"));
        }
        cursor.expect("package");
        int nameStart = cursor.index();
        StringBuilder name =
                new StringBuilder(cursor.ident("the name of the package").text());
        while (cursor.accept(".")) {
            name.append('.').append(cursor.ident("an identifier").text());
        }
        Ident ident = new Ident(cursor.since(nameStart), name.toString());
        cursor.expectSemicolon();
        PackageNode node = new PackageNode(cursor.since(start), ident);
        packageSeen = node;
        return node;
    }

    private ImportNode importStatement() throws GiveUp {
        int start = cursor.index();
        cursor.expect("import");
        Span modifier = cursor.here();
        ImportNode.Kind kind = importKind();
        if (kind != ImportNode.Kind.OPTION && optionImportSeen != null) {
            cursor.report(
                    Diagnostic.error("import-order", cursor.here(), "option imports stand behind all other imports")
                            .withLabel(optionImportSeen.span(), "an option import"));
        }
        if (kind != ImportNode.Kind.PLAIN) {
            checkModifier(kind);
            cursor.next();
        }
        StringLiteral path = messages.literals().string("the name of the file to import, in quotes", null);
        cursor.expectSemicolon();
        ImportNode node =
                new ImportNode(cursor.since(start), kind, kind == ImportNode.Kind.PLAIN ? null : modifier, path);
        if (kind == ImportNode.Kind.OPTION) {
            optionImportSeen = node;
        }
        return node;
    }

    private ImportNode.Kind importKind() {
        if (cursor.at("public")) {
            return ImportNode.Kind.PUBLIC;
        }
        if (cursor.at("weak")) {
            return ImportNode.Kind.WEAK;
        }
        return cursor.at("option") ? ImportNode.Kind.OPTION : ImportNode.Kind.PLAIN;
    }

    private void checkModifier(ImportNode.Kind kind) {
        if (kind == ImportNode.Kind.OPTION && dialect != Dialect.EDITION_2024) {
            cursor.error(
                    "import-kind", cursor.here(), "option imports exist from edition 2024 on", "import it plainly");
        }
        if (kind == ImportNode.Kind.WEAK && dialect == Dialect.EDITION_2024) {
            cursor.error(
                    "import-kind",
                    cursor.here(),
                    "there are no weak imports from edition 2024 on",
                    "use an option import, or a plain one");
        }
    }
}
