package dev.proto2ffi.core.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import dev.proto2ffi.core.syntax.FloatLiteral;
import dev.proto2ffi.core.syntax.IdentLiteral;
import dev.proto2ffi.core.syntax.IntLiteral;
import dev.proto2ffi.core.syntax.OptionValue;
import dev.proto2ffi.core.syntax.StringLiteral;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The {@code default} of a field as descriptors hold it. The parser has checked it against scalar types. */
final class DefaultValues {
    private DefaultValues() {}

    /**
     * @param type null where the field's type is a name, so that the default can only be that of an enum
     * @return null where the value is no identifier and should be one
     */
    static @Nullable ByteString text(@Nullable Type type, OptionValue value) {
        if (type == Type.TYPE_DOUBLE || type == Type.TYPE_FLOAT) {
            Double number = number(value);
            if (number == null) {
                return null;
            }
            return ascii(type == Type.TYPE_DOUBLE ? Numbers.text(number) : Numbers.text(Numbers.toFloat(number)));
        }
        if (value instanceof StringLiteral text && type != null) {
            return type == Type.TYPE_BYTES ? ascii(escape(text.bytes())) : ByteString.copyFrom(text.bytes());
        }
        if (value instanceof IdentLiteral ident) {
            return ascii(ident.text());
        }
        if (value instanceof IntLiteral number && type != null) {
            return ascii(
                    number.negative() ? Long.toString(-number.magnitude()) : Long.toUnsignedString(number.magnitude()));
        }
        return null;
    }

    private static ByteString ascii(String text) {
        return ByteString.copyFrom(text, StandardCharsets.UTF_8);
    }

    /** A literal as a floating-point number; null where it is none. */
    static @Nullable Double number(OptionValue value) {
        if (value instanceof FloatLiteral number) {
            return number.value();
        }
        if (value instanceof IntLiteral number) {
            double magnitude = Numbers.unsignedToDouble(number.magnitude());
            return number.negative() ? -magnitude : magnitude;
        }
        if (value instanceof IdentLiteral ident) {
            if (ident.text().equals("inf")) {
                return ident.negative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            if (ident.text().equals("nan")) {
                return Double.NaN;
            }
        }
        return null;
    }

    /** Bytes as descriptors hold them: printable ASCII, C escapes, three octal digits for the rest. */
    static String escape(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length + 8);
        for (byte each : bytes) {
            int b = each & 0xFF;
            switch (b) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"' -> out.append("\\\"");
                case '\'' -> out.append("\\'");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (b >= 0x20 && b < 0x7F) {
                        out.append((char) b);
                    } else {
                        out.append('\\')
                                .append((char) ('0' + (b >> 6)))
                                .append((char) ('0' + ((b >> 3) & 7)))
                                .append((char) ('0' + (b & 7)));
                    }
                }
            }
        }
        return out.toString();
    }
}
