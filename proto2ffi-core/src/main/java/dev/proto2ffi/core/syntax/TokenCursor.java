package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list of tokens, the questions one asks there, and how errors at it are reported.
 *
 * <p>Lexical errors are handed on when the cursor reaches their token, so that all errors of a file arrive in the order
 * of its text.
 */
final class TokenCursor {
    private final SourceFile file;
    private final List<Token> tokens;
    private final List<Lexer.Flaw> flaws;
    private final Diagnostics diagnostics;
    private int index;
    private int nextFlaw;

    TokenCursor(SourceFile file, Lexer lexer, Diagnostics diagnostics) {
        this.file = file;
        this.tokens = lexer.tokens();
        this.flaws = lexer.flaws();
        this.diagnostics = diagnostics;
        handOnFlaws();
    }

    private TokenCursor(SourceFile file, List<Token> tokens, Diagnostics diagnostics) {
        this.file = file;
        this.tokens = tokens;
        this.flaws = List.of();
        this.diagnostics = diagnostics;
    }

    /** A cursor over the tokens {@code [from, to)} of this one, with an end of its own where token {@code to} starts. */
    TokenCursor excerpt(int from, int to, Diagnostics itsDiagnostics) {
        List<Token> some = new ArrayList<>(tokens.subList(from, to));
        int end = tokens.get(to).start();
        some.add(new Token(Token.Kind.END, end, end));
        return new TokenCursor(file, some, itsDiagnostics);
    }

    SourceFile file() {
        return file;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Number of the current token in the file. */
    int index() {
        return index;
    }

    Token current() {
        return tokens.get(index);
    }

    boolean atEnd() {
        return current().kind() == Token.Kind.END;
    }

    boolean at(Token.Kind kind) {
        return current().kind() == kind;
    }

    /** Whether the current token is spelled so. */
    boolean at(String text) {
        return spelled(index, text);
    }

    /** Whether the token behind the current one is spelled so. */
    boolean nextIs(String text) {
        return spelled(Math.min(index + 1, tokens.size() - 1), text);
    }

    /** The kind of the token behind the current one. */
    Token.Kind nextKind() {
        return tokens.get(Math.min(index + 1, tokens.size() - 1)).kind();
    }

    private boolean spelled(int which, String text) {
        Token token = tokens.get(which);
        if (token.end() - token.start() != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (file.byteAt(token.start() + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Goes on to the next token; stays at the end of the file. */
    void next() {
        if (index < tokens.size() - 1) {
            index++;
            handOnFlaws();
        }
    }

    boolean accept(String text) {
        if (at(text)) {
            next();
            return true;
        }
        return false;
    }

    String text() {
        return file.text(current().start(), current().end());
    }

    Span here() {
        return span(index);
    }

    Span previous() {
        return span(Math.max(0, index - 1));
    }

    Span span(int token) {
        Token t = tokens.get(token);
        return new Span(file, t.start(), t.end());
    }

    /** From the token with this number to the last one consumed. */
    Span since(int token) {
        return span(token).to(previous());
    }

    /** Whether the current token stands on a later line than the one before it. */
    boolean onNewLine() {
        return index > 0
                && file.line(tokens.get(index - 1).end() - 1)
                        < file.line(current().start());
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void error(String code, Span span, String message, @Nullable String help) {
        Diagnostic diagnostic = Diagnostic.error(code, span, message);
        report(help == null ? diagnostic : diagnostic.withHelp(help));
    }

    /**
     * Reports an error at the current token and gives the statement up. Behind a lexical error in this token or the one
     * before it, it would only be noise.
     */
    GiveUp fail(String code, String message, @Nullable String help) {
        if (!justFlawed()) {
            error(code, here(), message, help);
        }
        return GiveUp.INSTANCE;
    }

    private boolean justFlawed() {
        return nextFlaw > 0 && flaws.get(nextFlaw - 1).token() >= index - 1;
    }

    /** Reports that something else was expected at the current token and gives the statement up. */
    GiveUp expected(String what, @Nullable String help) {
        return fail("unexpected-token", "expected " + what + ", found " + found(), help);
    }

    void expect(String text) throws GiveUp {
        expect(text, null);
    }

    void expect(String text, @Nullable String help) throws GiveUp {
        if (!accept(text)) {
            throw expected("'" + text + "'", help);
        }
    }

    /**
     * Consumes the semicolon of a statement. Where it is missing at the end of a line the statement is taken as whole, so
     * that the next line is parsed as what it is.
     */
    void expectSemicolon() throws GiveUp {
        if (accept(";")) {
            return;
        }
        if (!justFlawed()) {
            report(missingSemicolon());
        }
        if (!onNewLine()) {
            throw GiveUp.INSTANCE;
        }
    }

    private Diagnostic missingSemicolon() {
        Diagnostic diagnostic = Diagnostic.error("unexpected-token", here(), "expected ';', found " + found());
        if (onNewLine()) {
            return diagnostic.withLabel(
                    new Span(file, previous().end(), previous().end()), "the ';' belongs here");
        }
        return at(",") ? diagnostic.withHelp("each statement ends with ';'") : diagnostic;
    }

    Ident ident(String what) throws GiveUp {
        if (!at(Token.Kind.IDENTIFIER)) {
            throw expected(what, null);
        }
        Ident ident = new Ident(here(), text());
        next();
        return ident;
    }

    /** The current token as messages name it. */
    String found() {
        if (atEnd()) {
            return "the end of the file";
        }
        String text = text();
        if (text.length() > 40) {
            text = text.substring(0, 40) + "…";
        }
        return at(Token.Kind.STRING) ? text : "'" + text + "'";
    }

    private void handOnFlaws() {
        while (nextFlaw < flaws.size() && flaws.get(nextFlaw).token() <= index) {
            report(flaws.get(nextFlaw++).diagnostic());
        }
    }
}
