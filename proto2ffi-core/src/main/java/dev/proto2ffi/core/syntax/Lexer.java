package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a file into tokens, over bytes, in one pass.
 *
 * <p>What is wrong with the text never stops it: the error is kept with the index of the token that it was found before
 * or in, so that the parser can report lexical and grammatical errors in the order of the text.
 */
final class Lexer {
    /** An error and the number of tokens that were complete when it was found. */
    record Flaw(int token, Diagnostic diagnostic) {}

    private final SourceFile file;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private int at;

    private Lexer(SourceFile file) {
        this.file = file;
    }

    /** Tokenizes the whole file; the last token is {@link Token.Kind#END}. */
    static Lexer lex(SourceFile file) {
        Lexer lexer = new Lexer(file);
        lexer.run();
        return lexer;
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    private void run() {
        skipByteOrderMark();
        while (true) {
            skipBlanks();
            int start = at;
            int c = peek();
            if (c < 0) {
                tokens.add(new Token(Token.Kind.END, start, start));
                return;
            }
            if (c == '/' && (peek(1) == '/' || peek(1) == '*')) {
                skipComment();
            } else if (c < ' ') {
                skipControls();
            } else {
                Token.Kind kind = token(c);
                tokens.add(new Token(kind, start, at));
            }
        }
    }

    private void skipByteOrderMark() {
        if ((peek() == 0xFF && peek(1) == 0xFE) || (peek() == 0xFE && peek(1) == 0xFF)) {
            error("not-utf8", 0, 2, "the file is UTF-16", "save it as UTF-8");
            at = file.length();
            return;
        }
        if (peek() != 0xEF) {
            return;
        }
        if (peek(1) == 0xBB && peek(2) == 0xBF) {
            at = 3;
            return;
        }
        error(
                "not-utf8",
                0,
                1,
                "the file starts with byte 0xEF, which isn't a UTF-8 byte order mark",
                "save it as UTF-8");
        at = peek(1) == 0xBB ? 2 : 1;
    }

    private void skipBlanks() {
        while (isBlank(peek())) {
            at++;
        }
    }

    private void skipControls() {
        int start = at;
        while (peek() >= 0 && peek() < ' ' && !isBlank(peek())) {
            at++;
        }
        error("control-character", start, at, "control characters are not allowed outside of comments", null);
    }

    private void skipComment() {
        int start = at;
        at += 2;
        if (file.byteAt(start + 1) == '/') {
            while (peek() > 0 && peek() != '\n') {
                at++;
            }
            return;
        }
        while (true) {
            int c = peek();
            if (c <= 0) {
                Span opening = new Span(file, start, start + 2);
                String what = c == 0 ? "a NUL byte ends the file inside a comment" : "the file ends inside a comment";
                flaw(Diagnostic.error("unterminated-comment", new Span(file, at, at), what)
                        .withLabel(opening, "the comment starts here")
                        .withHelp("close it with */"));
                return;
            }
            at++;
            if (c == '\n') {
                skipCommentMargin();
                if (file.byteAt(at - 1) == '*' && peek() == '/') {
                    at++;
                    return;
                }
            } else if (c == '*' && peek() == '/') {
                at++;
                return;
            } else if (c == '/' && peek() == '*') {
                error("nested-comment", at - 1, at + 1, "block comments don't nest", "end the outer comment first");
            }
        }
    }

    /** The white space and one asterisk with which a further line of a block comment may begin. */
    private void skipCommentMargin() {
        while (peek() != '\n' && isBlank(peek())) {
            at++;
        }
        if (peek() == '*') {
            at++;
        }
    }

    private Token.Kind token(int first) {
        if (isLetter(first)) {
            at++;
            while (isLetter(peek()) || isDigit(peek())) {
                at++;
            }
            return Token.Kind.IDENTIFIER;
        }
        if (isDigit(first)) {
            return number();
        }
        if (first == '.' && isDigit(peek(1))) {
            Token before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            if (before != null && before.kind() == Token.Kind.IDENTIFIER && before.end() == at) {
                error(
                        "number-touches-word",
                        at,
                        at + 1,
                        "a number needs a space between it and the word before it",
                        null);
            }
            return number();
        }
        if (first == '"' || first == '\'') {
            string(first);
            return Token.Kind.STRING;
        }
        if (first >= 0x80) {
            error(
                    "non-ascii",
                    at,
                    at + sequenceLength(first),
                    "characters outside ASCII are allowed in strings and comments only",
                    "write names in ASCII letters; a file that isn't UTF-8 text is no .proto file");
            at += sequenceLength(first);
            return Token.Kind.SYMBOL;
        }
        at++;
        return Token.Kind.SYMBOL;
    }

    /** Bytes of the UTF-8 sequence at the current place, as far as they are there. */
    private int sequenceLength(int first) {
        int wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        int length = 1;
        while (length < wanted && (peek(length) & 0xC0) == 0x80 && peek(length) >= 0) {
            length++;
        }
        return length;
    }

    private Token.Kind number() {
        int start = at;
        boolean real = false;
        int first = peek();
        if (first == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            at += 2;
            int digits = at;
            while (hexValue(peek()) >= 0) {
                at++;
            }
            if (at == digits) {
                error("bad-number", start, at, "0x must be followed by hexadecimal digits", null);
            }
        } else if (first == '0' && isDigit(peek(1))) {
            octal();
        } else {
            real = decimal(start);
        }
        if (isLetter(peek())) {
            error("number-touches-word", at, at + 1, "a number needs a space between it and the word behind it", null);
        } else if (peek() == '.') {
            error(
                    "bad-number",
                    start,
                    at + 1,
                    real
                            ? "a number has one decimal point at most, and none in its exponent"
                            : "octal and hexadecimal numbers must be integers",
                    null);
        }
        return real ? Token.Kind.FLOAT : Token.Kind.INTEGER;
    }

    private void octal() {
        int start = at;
        boolean bad = false;
        while (isDigit(peek())) {
            bad |= peek() > '7';
            at++;
        }
        if (bad) {
            error(
                    "bad-number",
                    start,
                    at,
                    "a number that starts with 0 is octal and has the digits 0 to 7 only",
                    "drop the leading zeros if it is meant to be decimal");
        }
    }

    /** Returns whether the number is a floating-point one. */
    private boolean decimal(int start) {
        boolean real = false;
        skipDigits();
        if (peek() == '.') {
            real = true;
            at++;
            skipDigits();
        }
        if (peek() == 'e' || peek() == 'E') {
            real = true;
            at++;
            if (peek() == '-' || peek() == '+') {
                at++;
            }
            if (!isDigit(peek())) {
                error("bad-number", start, at, "e must be followed by an exponent", null);
            }
            skipDigits();
        }
        return real;
    }

    private void skipDigits() {
        while (isDigit(peek())) {
            at++;
        }
    }

    private void string(int quote) {
        int start = at++;
        while (true) {
            int c = peek();
            if (c <= 0 || c == '\n') {
                unterminated(start, c, quote);
                return;
            }
            at++;
            if (c == quote) {
                return;
            }
            if (c == '\\') {
                escape(at - 1);
            }
        }
    }

    private void unterminated(int start, int stop, int quote) {
        String message = stop == '\n'
                ? "the string isn't closed on its line"
                : stop == 0 ? "a NUL byte ends the string" : "the file ends inside a string";
        String help = stop == '\n'
                ? "close it with " + (char) quote + "; write a line break as \\n, and long text as adjacent strings"
                : stop == 0 ? "write NUL as \\0" : "close it with " + (char) quote;
        flaw(Diagnostic.error("unterminated-string", new Span(file, start, at), message)
                .withHelp(help));
    }

    private void escape(int start) {
        int c = peek();
        if (c >= 0 && "abfnrtv\\?'\"01234567".indexOf(c) >= 0) {
            at++;
        } else if (c == 'x' || c == 'X') {
            at++;
            if (hexValue(peek()) < 0) {
                error("bad-escape", start, at, "\\x must be followed by one or two hexadecimal digits", null);
            }
        } else if (c == 'u') {
            at++;
            if (!skipHex(4)) {
                error("bad-escape", start, at, "\\u must be followed by four hexadecimal digits", null);
            }
        } else if (c == 'U') {
            at++;
            boolean inRange = peek() == '0' && peek(1) == '0' && (peek(2) == '0' || peek(2) == '1');
            if (!skipHex(8) || !inRange) {
                error(
                        "bad-escape",
                        start,
                        at,
                        "\\U must be followed by eight hexadecimal digits, 0010ffff at most",
                        null);
            }
        } else {
            int length = c <= 0 || c == '\n' ? 0 : sequenceLength(c);
            error(
                    "bad-escape",
                    start,
                    at + length,
                    "no such escape sequence",
                    "known are \\a \\b \\f \\n \\r \\t \\v \\\\ \\? \\' \\\" \\ooo \\xhh \\uhhhh \\Uhhhhhhhh;"
                            + " a backslash itself is \\\\");
        }
    }

    private boolean skipHex(int count) {
        for (int i = 0; i < count; i++) {
            if (hexValue(peek()) < 0) {
                return false;
            }
            at++;
        }
        return true;
    }

    private int peek() {
        return file.byteAt(at);
    }

    private int peek(int ahead) {
        return file.byteAt(at + ahead);
    }

    private void error(String code, int start, int end, String message, @Nullable String help) {
        Diagnostic diagnostic = Diagnostic.error(code, new Span(file, start, end), message);
        flaw(help == null ? diagnostic : diagnostic.withHelp(help));
    }

    private void flaw(Diagnostic diagnostic) {
        flaws.add(new Flaw(tokens.size(), diagnostic));
    }

    private static boolean isBlank(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The value of a hexadecimal digit, -1 for any other character. */
    static int hexValue(int c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
