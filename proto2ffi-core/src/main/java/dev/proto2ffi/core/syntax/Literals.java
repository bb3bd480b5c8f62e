package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers and strings: from tokens to values. */
final class Literals {
    private final TokenCursor cursor;

    Literals(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * An integer at the cursor, its sign already consumed.
     *
     * @param start token of the sign, or of the number where there is none
     * @param max largest magnitude, unsigned
     */
    IntLiteral integer(int start, boolean negative, long max, String what) throws GiveUp {
        if (!cursor.at(Token.Kind.INTEGER)) {
            throw cursor.expected(what, null);
        }
        long magnitude = 0;
        if (fits(max)) {
            magnitude = magnitude();
        } else {
            String sign = negative ? "-" : "";
            cursor.error(
                    "integer-out-of-range",
                    cursor.here(),
                    "integer out of range: " + sign + cursor.found().replace("'", "") + " is beyond " + sign
                            + Long.toUnsignedString(max),
                    null);
        }
        cursor.next();
        return new IntLiteral(cursor.since(start), negative, magnitude);
    }

    /** A non-negative int32, such as a field number. */
    IntLiteral int32(String what) throws GiveUp {
        return integer(cursor.index(), false, Integer.MAX_VALUE, what);
    }

    /** An int32 with an optional minus. */
    IntLiteral signedInt32(String what) throws GiveUp {
        int start = cursor.index();
        boolean negative = cursor.accept("-");
        return integer(start, negative, negative ? 1L << 31 : Integer.MAX_VALUE, what);
    }

    /** A number of any form at the cursor, its sign already consumed; integers beyond 64 bits become floating-point. */
    OptionValue number(int start, boolean negative) throws GiveUp {
        if (cursor.at(Token.Kind.INTEGER)) {
            if (fits(-1)) {
                return integer(start, negative, -1, "a number");
            }
            if (cursor.text().startsWith("0")) {
                return integer(start, negative, -1, "a number"); // reports the overflow
            }
        } else if (!cursor.at(Token.Kind.FLOAT)) {
            throw cursor.expected("a number", null);
        }
        double value = real(cursor.text());
        cursor.next();
        return new FloatLiteral(cursor.since(start), negative ? -value : value);
    }

    /** As {@link #number}, for one that is no 64-bit integer once its sign is applied: then integers are rounded, too. */
    OptionValue real(int start, boolean negative) throws GiveUp {
        OptionValue value = number(start, negative);
        if (!(value instanceof IntLiteral literal)) {
            return value;
        }
        // Unsigned: halved with the lost bit kept, so that it rounds once.
        long magnitude = literal.magnitude();
        double real = magnitude >= 0 ? magnitude : ((magnitude >>> 1) | (magnitude & 1)) * 2.0;
        return new FloatLiteral(literal.span(), negative ? -real : real);
    }

    /** Adjacent strings at the cursor, joined. */
    StringLiteral string(String what, @Nullable String help) throws GiveUp {
        if (!cursor.at(Token.Kind.STRING)) {
            throw cursor.expected(what, help);
        }
        int start = cursor.index();
        List<Span> parts = new ArrayList<>(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (cursor.at(Token.Kind.STRING)) {
            parts.add(cursor.here());
            Unescaper.append(cursor.file(), cursor.current(), bytes);
            cursor.next();
        }
        return new StringLiteral(cursor.since(start), parts, bytes.toByteArray());
    }

    /** One string token, even where more follow. */
    StringLiteral singleString() {
        Span span = cursor.here();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Unescaper.append(cursor.file(), cursor.current(), bytes);
        cursor.next();
        return new StringLiteral(span, List.of(span), bytes.toByteArray());
    }

    /** Whether the integer at the cursor is at most {@code max}, both unsigned. */
    boolean fits(long max) {
        long value = 0;
        String text = cursor.text();
        int radix = radix(text);
        long limit = Long.divideUnsigned(max, radix);
        for (int i = radix == 16 ? 2 : 0; i < text.length(); i++) {
            int digit = Lexer.hexValue(text.charAt(i));
            if (Long.compareUnsigned(value, limit) > 0) {
                return false;
            }
            value *= radix;
            if (digit < 0 || digit >= radix || Long.compareUnsigned(digit, max - value) > 0) {
                return false;
            }
            value += digit;
        }
        return true;
    }

    private long magnitude() {
        long value = 0;
        String text = cursor.text();
        int radix = radix(text);
        for (int i = radix == 16 ? 2 : 0; i < text.length(); i++) {
            value = value * radix + Lexer.hexValue(text.charAt(i));
        }
        return value;
    }

    private static int radix(String text) {
        if (text.charAt(0) != '0') {
            return 10;
        }
        return text.length() > 1 && (text.charAt(1) | 0x20) == 'x' ? 16 : 8;
    }

    /** The value of a decimal number; the exponent that a broken one lacks counts as 0. */
    private static double real(String text) {
        int end = text.length();
        while (end > 0 && "eE+-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return Double.parseDouble(text.substring(0, end));
    }
}
