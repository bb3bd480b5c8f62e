package dev.proto2ffi.core.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.syntax.FloatLiteral;
import dev.proto2ffi.core.syntax.IdentLiteral;
import dev.proto2ffi.core.syntax.IntLiteral;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.OptionValue;
import dev.proto2ffi.core.syntax.StringLiteral;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The {@code default} of a field, checked against the field's type and written as descriptors hold it. */
final class DefaultValues {
    private DefaultValues() {}

    static void read(FieldSymbol field, OptionNode option, Diagnostics diagnostics) {
        if (field.defaultSpan != null) {
            diagnostics.add(Diagnostic.error("repeated-option", option.nameSpan(), "option \"default\" is set twice")
                    .withLabel(field.defaultSpan, "set here before"));
            return;
        }
        Object read = field.type == null ? enumValue(option.value()) : scalar(field.type, option.value());
        if (read instanceof ByteString text) {
            field.defaultValue = text;
            field.defaultSpan = option.value().span();
        } else {
            diagnostics.add(Diagnostic.error("default-value", option.value().span(), (String) read));
        }
    }

    /** A ByteString with the value, or a String that says what is wrong. */
    private static Object enumValue(OptionValue value) {
        return value instanceof IdentLiteral ident && !ident.negative()
                ? ByteString.copyFromUtf8(ident.text())
                : "the default of an enum field is the name of one of its values";
    }

    private static Object scalar(Type type, OptionValue value) {
        switch (type) {
            case TYPE_BOOL -> {
                return value instanceof IdentLiteral ident
                                && !ident.negative()
                                && (ident.text().equals("true") || ident.text().equals("false"))
                        ? ByteString.copyFromUtf8(ident.text())
                        : "the default of a bool field is true or false";
            }
            case TYPE_STRING -> {
                return value instanceof StringLiteral text
                        ? ByteString.copyFrom(text.bytes())
                        : "the default of a string field is a quoted string";
            }
            case TYPE_BYTES -> {
                return value instanceof StringLiteral text
                        ? ByteString.copyFrom(escape(text.bytes()), StandardCharsets.US_ASCII)
                        : "the default of a bytes field is a quoted string";
            }
            case TYPE_DOUBLE, TYPE_FLOAT -> {
                Double number = number(value);
                if (number == null) {
                    return "the default of a " + ScalarTypes.word(type) + " field is a number";
                }
                return ByteString.copyFromUtf8(
                        type == Type.TYPE_DOUBLE ? Numbers.text(number) : Numbers.text((float) (double) number));
            }
            case TYPE_GROUP, TYPE_MESSAGE -> {
                return "messages can't have default values";
            }
            default -> {
                return value instanceof IntLiteral number
                        ? integer(type, number)
                        : "the default of a " + ScalarTypes.word(type) + " field is an integer";
            }
        }
    }

    private static Object integer(Type type, IntLiteral literal) {
        boolean wide = ScalarTypes.is64Bits(type);
        long magnitude = literal.magnitude();
        if (ScalarTypes.isUnsigned(type)) {
            if (literal.negative()) {
                return "the default of an unsigned field can't be negative";
            }
            if (!wide && Long.compareUnsigned(magnitude, 0xFFFFFFFFL) > 0) {
                return "integer out of range: " + ScalarTypes.word(type) + " ends at 4294967295";
            }
            return ByteString.copyFromUtf8(Long.toUnsignedString(magnitude));
        }
        long max = (wide ? Long.MAX_VALUE : Integer.MAX_VALUE) + (literal.negative() ? 1 : 0);
        if (Long.compareUnsigned(magnitude, max) > 0) {
            return "integer out of range for " + ScalarTypes.word(type);
        }
        return ByteString.copyFromUtf8(Long.toString(literal.negative() ? -magnitude : magnitude));
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
