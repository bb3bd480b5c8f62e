package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import java.nio.charset.StandardCharsets;

/** A field's default as C text and as bytes; zero or empty where the schema gives none. */
final class DefaultText {
    private DefaultText() {}

    static String scalar(FieldDef field, ScalarType type) {
        DefaultValue value = field.defaultValue();
        if (value instanceof DefaultValue.OfInteger integer) {
            return CLiterals.integer(type, integer.bits());
        }
        if (value instanceof DefaultValue.OfFloating floating) {
            return CLiterals.floating(type, floating.value());
        }
        return value instanceof DefaultValue.OfBool bool ? Boolean.toString(bool.value()) : zero(type);
    }

    static String zero(ScalarType type) {
        return switch (type.kind()) {
            case BOOL -> "false";
            case FLOATING -> CLiterals.floating(type, 0);
            case SIGNED, UNSIGNED -> "0";
        };
    }

    static String enumeration(FieldDef field, EnumDef definition, CNames names) {
        return field.defaultValue() instanceof DefaultValue.OfEnum constant
                ? names.constant(definition, constant.value())
                : "0";
    }

    /** A declaration of what a getter of a field that isn't set returns a pointer to; empty where it needs none. */
    static String fallback(FieldDef field) {
        FieldType type = field.type();
        if (type instanceof FieldType.BoundedString
                || (type instanceof FieldType.UnboundedString && field.defaultValue() != null)) {
            return "static const char fallback[] = " + string(field) + ";";
        }
        // C has no arrays without elements: an empty default is one byte that nobody reads.
        String bytes = size(field) == 0 ? "{0}" : CLiterals.bytes(bytes(field));
        if (type instanceof FieldType.FixedBytes fixed) {
            return "static const uint8_t fallback[" + fixed.size() + "] = " + bytes + ";";
        }
        return type instanceof FieldType.BoundedBytes
                        || (type instanceof FieldType.UnboundedBytes && field.defaultValue() != null)
                ? "static const uint8_t fallback[] = " + bytes + ";"
                : "";
    }

    /**
     * What a getter of a singular field that isn't set returns, behind {@link #fallback}.
     *
     * @param none what stands for no value of its type
     */
    static String inPlaceOf(FieldDef field, String none, CNames names) {
        FieldType type = field.type();
        if (type instanceof FieldType.Scalar scalar) {
            return scalar(field, scalar.scalar());
        }
        if (type instanceof FieldType.EnumValue value) {
            return enumeration(field, value.definition(), names);
        }
        if (fallback(field).isEmpty()) {
            return none;
        }
        return type instanceof FieldType.UnboundedString
                ? "p2f_str_of(fallback, " + size(field) + ")"
                : type instanceof FieldType.UnboundedBytes ? "p2f_bytes_of(fallback, " + size(field) + ")" : "fallback";
    }

    /** What initialises an array of char. */
    static String string(FieldDef field) {
        return CLiterals.string(field.defaultValue() instanceof DefaultValue.OfString text ? text.value() : "");
    }

    /**
     * Bytes of the default of a string or bytes field, a terminating NUL not counted.
     *
     * @throws IllegalStateException when it doesn't fit: the front end refuses such a schema
     */
    static int size(FieldDef field) {
        DefaultValue value = field.defaultValue();
        int size = value instanceof DefaultValue.OfString text
                ? text.value().getBytes(StandardCharsets.UTF_8).length
                : bytes(field).length;
        if (size > room(field.type())) {
            throw new IllegalStateException("the default of " + field.name() + " has " + size
                    + " bytes, but there is room for " + room(field.type()));
        }
        return size;
    }

    private static int room(FieldType type) {
        if (type instanceof FieldType.BoundedString string) {
            return string.maxSize() - 1;
        }
        if (type instanceof FieldType.BoundedBytes bytes) {
            return bytes.maxSize();
        }
        return type instanceof FieldType.FixedBytes fixed ? fixed.size() : Integer.MAX_VALUE;
    }

    /** The default of a bytes field. */
    static byte[] bytes(FieldDef field) {
        return field.defaultValue() instanceof DefaultValue.OfBytes bytes ? bytes.value() : new byte[0];
    }
}
