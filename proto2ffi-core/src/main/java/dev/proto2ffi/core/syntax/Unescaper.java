package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes that a string literal denotes. Escapes that are wrong have been reported by the lexer; they yield anything. */
final class Unescaper {
    private final SourceFile file;
    private final int end;
    private final ByteArrayOutputStream out;
    private int at;

    private Unescaper(SourceFile file, int start, int end, ByteArrayOutputStream out) {
        this.file = file;
        this.at = start;
        this.end = end;
        this.out = out;
    }

    static void append(SourceFile file, Token literal, ByteArrayOutputStream out) {
        int quote = file.byteAt(literal.start());
        int end = literal.end();
        boolean closed = end - literal.start() > 1 && file.byteAt(end - 1) == quote;
        new Unescaper(file, literal.start() + 1, closed ? end - 1 : end, out).run();
    }

    private void run() {
        while (at < end) {
            int c = file.byteAt(at++);
            if (c == '\\' && at < end) {
                escape(file.byteAt(at++));
            } else {
                out.write(c);
            }
        }
    }

    private void escape(int c) {
        if (c >= '0' && c <= '7') {
            at--;
            out.write(digits(8, 3));
        } else if (c == 'x' || c == 'X') {
            out.write(digits(16, 2));
        } else if (c == 'u' || c == 'U') {
            int codePoint = digits(16, c == 'u' ? 4 : 8);
            writeUtf8(codePoint >= 0xD800 && codePoint < 0xDC00 ? withTrail(codePoint) : codePoint);
        } else {
            int known = "abfnrtv".indexOf(c);
            out.write(known < 0 ? c : "\u0007\b\f\n\r\t\u000b".charAt(known));
        }
    }

    private int digits(int radix, int most) {
        int value = 0;
        for (int i = 0; i < most && at < end; i++) {
            int digit = Lexer.hexValue(file.byteAt(at));
            if (digit < 0 || digit >= radix) {
                break;
            }
            value = value * radix + digit;
            at++;
        }
        return value;
    }

    /** The code point of a surrogate pair when the second half follows as an escape of its own, else {@code head}. */
    private int withTrail(int head) {
        int back = at;
        if (at + 1 < end && file.byteAt(at) == '\\' && (file.byteAt(at + 1) | 0x20) == 'u') {
            boolean shortForm = file.byteAt(at + 1) == 'u';
            at += 2;
            int trail = digits(16, shortForm ? 4 : 8);
            if (trail >= 0xDC00 && trail < 0xE000) {
                return Character.toCodePoint((char) head, (char) trail);
            }
        }
        at = back;
        return head;
    }

    /** Also writes what Java's encoder refuses: lone surrogates, as three bytes; and what is no code point, as text. */
    private void writeUtf8(int codePoint) {
        if (codePoint < 0x80) {
            out.write(codePoint);
        } else if (codePoint < 0x800) {
            out.write(0xC0 | (codePoint >> 6));
            out.write(0x80 | (codePoint & 0x3F));
        } else if (codePoint < 0x10000) {
            out.write(0xE0 | (codePoint >> 12));
            out.write(0x80 | ((codePoint >> 6) & 0x3F));
            out.write(0x80 | (codePoint & 0x3F));
        } else if (codePoint > Character.MAX_CODE_POINT) {
            out.writeBytes(String.format("\\U%08x", codePoint).getBytes(StandardCharsets.US_ASCII));
        } else {
            out.write(0xF0 | (codePoint >> 18));
            out.write(0x80 | ((codePoint >> 12) & 0x3F));
            out.write(0x80 | ((codePoint >> 6) & 0x3F));
            out.write(0x80 | (codePoint & 0x3F));
        }
    }
}
