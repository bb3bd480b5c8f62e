package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.ScalarType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Constants as C spells them, the same text on every JDK. */
final class CLiterals {
    /** C11 and C++17 need not take longer string literals, and -Wpedantic says so. */
    private static final int LONGEST_STRING = 4095;

    private CLiterals() {}

    /** @param bits sign- or zero-extended */
    static String integer(ScalarType scalar, long bits) {
        boolean signed = scalar.kind() == ScalarType.Kind.SIGNED;
        if (scalar.size() == Integer.BYTES) {
            return signed ? int32((int) bits) : "UINT32_C(" + Integer.toUnsignedString((int) bits) + ")";
        }
        if (!signed) {
            return "UINT64_C(" + Long.toUnsignedString(bits) + ")";
        }
        // There are no negative literals: the smallest number has to be computed.
        return bits == Long.MIN_VALUE ? "(-INT64_C(" + Long.MAX_VALUE + ") - 1)" : "INT64_C(" + bits + ")";
    }

    static String int32(int value) {
        return value == Integer.MIN_VALUE ? "(-" + Integer.MAX_VALUE + " - 1)" : Integer.toString(value);
    }

    static String fingerprint(long value) {
        return String.format(Locale.ROOT, "UINT64_C(0x%016x)", value);
    }

    /** The shortest decimal that reads back as the same number. */
    static String floating(ScalarType scalar, double value) {
        boolean single = scalar == ScalarType.FLOAT;
        if (Double.isNaN(value)) {
            return single ? "(float)P2F_NAN" : "P2F_NAN";
        }
        if (Double.isInfinite(value)) {
            return (value < 0 ? "-" : "") + (single ? "(float)P2F_INFINITY" : "P2F_INFINITY");
        }
        String suffix = single ? "f" : "";
        if (value == 0) {
            return (1 / value < 0 ? "-0.0" : "0.0") + suffix;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; ; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            String text = rounded.toString();
            boolean same = single
                    ? Float.compare(Float.parseFloat(text), (float) value) == 0
                    : Double.compare(Double.parseDouble(text), value) == 0;
            if (same) {
                boolean floating = text.indexOf('.') >= 0 || text.indexOf('E') >= 0;
                return (floating ? text : text + ".0") + suffix;
            }
        }
    }

    /** What initialises an array of char, its terminating NUL included. */
    static String string(String value) {
        return fitsLiteral(value) ? quoted(value) : "{" + characters(value) + ", '\\0'}";
    }

    /** Whether every compiler takes it as one literal. */
    static boolean fitsLiteral(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length <= LONGEST_STRING;
    }

    static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            out.append(character(b));
        }
        return out.append('"').toString();
    }

    /** The elements of an array of char, without a NUL. */
    static String characters(String value) {
        List<String> out = new ArrayList<>();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            out.add("'" + (b == '\'' ? "\\'" : character(b)) + "'");
        }
        return String.join(", ", out);
    }

    /** Question marks are escaped for the sake of trigraphs; octal escapes end after three digits, hex ones don't. */
    private static String character(byte b) {
        return switch (b) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '?' -> "\\?";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default ->
                b >= 0x20 && b < 0x7F ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\%03o", b & 0xFF);
        };
    }

    /** What initialises an array of uint8_t. */
    static String bytes(byte[] value) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < value.length; i++) {
            out.append(i == 0 ? "" : ", ").append(value[i] & 0xFF);
        }
        return out.append('}').toString();
    }
}
