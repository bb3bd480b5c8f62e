package dev.proto2ffi.core.emit.rust;

import java.util.Locale;

/** Values as Rust source. */
final class RustLiteral {
    private RustLiteral() {}

    /** A string literal; what isn't a plain letter, digit or ASCII character is escaped, so that nothing hides in it. */
    static String text(String value) {
        StringBuilder result = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                result.append('\\').appendCodePoint(c);
            } else if ((c >= ' ' && c < 0x7F) || (c > 0x7F && Character.isLetterOrDigit(c))) {
                result.appendCodePoint(c);
            } else {
                result.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return result.append('"').toString();
    }

    /** A string literal that ends with a NUL, for C. */
    static String terminated(String value) {
        return text(value).replaceFirst("\"$", "\\\\0\"");
    }

    /** A string literal of a line with its newline. */
    static String line(String value) {
        return text(value).replace("\\u{a}", "\\n");
    }

    /** A byte string literal. */
    static String bytes(byte[] value) {
        StringBuilder result = new StringBuilder("b\"");
        for (byte b : value) {
            if (b == '"' || b == '\\') {
                result.append('\\').append((char) b);
            } else if (b >= ' ' && b < 0x7F) {
                result.append((char) b);
            } else {
                result.append(String.format(Locale.ROOT, "\\x%02x", b & 0xFF));
            }
        }
        return result.append('"').toString();
    }

    /** A value of type {@code f32} or {@code f64}. */
    static String floating(double value, String type) {
        if (Double.isNaN(value)) {
            return type + "::NAN";
        }
        if (Double.isInfinite(value)) {
            return type + (value > 0 ? "::INFINITY" : "::NEG_INFINITY");
        }
        return type.equals("f32") ? Float.toString((float) value) : Double.toString(value);
    }

    static String fingerprint(long value) {
        return String.format(Locale.ROOT, "0x%016x", value);
    }
}
