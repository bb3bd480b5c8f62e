package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.syntax.IdentLiteral;
import dev.proto2ffi.core.syntax.IntLiteral;
import dev.proto2ffi.core.syntax.OptionValue;
import dev.proto2ffi.core.syntax.StringLiteral;
import org.jspecify.annotations.Nullable;

/** The literals of options that are no messages, checked against their types. */
final class ScalarOptions {
    private final Diagnostics diagnostics;

    ScalarOptions(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** A value as {@link MessageValue} holds it; null after an error. */
    @Nullable Object read(FieldSymbol field, OptionValue value) {
        Type type = typeOf(field);
        switch (type) {
            case TYPE_FLOAT, TYPE_DOUBLE -> {
                Double number = DefaultValues.number(value);
                if (number == null) {
                    return wrong(field, value, "a number");
                }
                return type == Type.TYPE_FLOAT ? (Object) (float) (double) number : number;
            }
            case TYPE_BOOL -> {
                if (value instanceof IdentLiteral ident && !ident.negative()) {
                    if (ident.text().equals("true")) {
                        return 1L;
                    }
                    if (ident.text().equals("false")) {
                        return 0L;
                    }
                }
                return wrong(field, value, "true or false");
            }
            case TYPE_ENUM -> {
                return enumValue(field, value);
            }
            case TYPE_STRING, TYPE_BYTES -> {
                return value instanceof StringLiteral text ? text.bytes() : wrong(field, value, "a quoted string");
            }
            default -> {
                return value instanceof IntLiteral number
                        ? integer(field, type, number)
                        : wrong(field, value, "an integer");
            }
        }
    }

    static Type typeOf(FieldSymbol field) {
        if (field.type == null) {
            throw new IllegalStateException(field + " is not linked");
        }
        return field.type;
    }

    /** The integer, or null where the type can't hold it. */
    static @Nullable Long inRange(Type type, IntLiteral literal) {
        long magnitude = literal.magnitude();
        boolean wide = ScalarTypes.is64Bits(type);
        if (ScalarTypes.isUnsigned(type)) {
            boolean fits = wide || Long.compareUnsigned(magnitude, 0xFFFFFFFFL) <= 0;
            return fits && (!literal.negative() || magnitude == 0) ? magnitude : null;
        }
        long max = (wide ? Long.MAX_VALUE : Integer.MAX_VALUE) + (literal.negative() ? 1 : 0);
        if (Long.compareUnsigned(magnitude, max) > 0) {
            return null;
        }
        return literal.negative() ? -magnitude : magnitude;
    }

    /** The bounds of a type, for messages. */
    static String range(Type type) {
        boolean wide = ScalarTypes.is64Bits(type);
        if (ScalarTypes.isUnsigned(type)) {
            return wide ? "0 to 18446744073709551615" : "0 to 4294967295";
        }
        return wide ? Long.MIN_VALUE + " to " + Long.MAX_VALUE : Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }

    private @Nullable Object integer(FieldSymbol field, Type type, IntLiteral literal) {
        Long value = inRange(type, literal);
        if (value == null || (literal.negative() && ScalarTypes.isUnsigned(type))) {
            diagnostics.add(Diagnostic.error(
                    "option-value",
                    literal.span(),
                    "option \"" + field.fullName + "\" is of type " + ScalarTypes.word(type) + ", from "
                            + range(type)));
            return null;
        }
        return value;
    }

    private @Nullable Object enumValue(FieldSymbol field, OptionValue value) {
        EnumSymbol type = field.enumType;
        if (type == null) {
            throw new IllegalStateException(field + " is not linked");
        }
        if (!(value instanceof IdentLiteral ident) || ident.negative()) {
            return wrong(field, value, "the name of a value of \"" + type.fullName + "\"");
        }
        EnumValueSymbol found = type.value(ident.text());
        if (found == null) {
            diagnostics.add(CrossLinker.noSuchValue(value.span(), type, ident.text()));
            return null;
        }
        return (long) found.number;
    }

    private @Nullable Object wrong(FieldSymbol field, OptionValue value, String wanted) {
        Diagnostic error =
                Diagnostic.error("option-value", value.span(), "option \"" + field.fullName + "\" needs " + wanted);
        diagnostics.add(field.file.ast == null ? error : error.withLabel(field.typeSpan, "its type is declared here"));
        return null;
    }
}
