package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import java.nio.charset.StandardCharsets;

/** Expressions for a field's default: as it is stored, and as its getter returns it. */
record DefaultExpression(StructContext context) {
    /** What a new struct stores. A field with a presence bit is absent there, and stores zero. */
    String stored(FieldDef field) {
        if (field.defaultValue() == null || field.presence()) {
            return context.zero(field.type());
        }
        String value = returned(field);
        String support = context.support();
        if (field.type() instanceof FieldType.BoundedString || field.type() instanceof FieldType.FixedBytes) {
            return support + "::bytes(" + bytes(field.defaultValue()) + ")";
        }
        if (field.type() instanceof FieldType.BoundedBytes) {
            return support + (context.packed() ? "::PackedBytes::of(" : "::Bytes::of(") + value + ")";
        }
        if (field.type() instanceof FieldType.UnboundedString) {
            return support + "::Str::of(" + value + ")";
        }
        if (field.type() instanceof FieldType.UnboundedBytes) {
            return support + "::BytesView::of(" + value + ")";
        }
        return isBool(field) ? support + "::Bool::new(" + value + ")" : value;
    }

    /** What a getter returns while the field is absent. */
    String returned(FieldDef field) {
        DefaultValue value = field.defaultValue();
        if (value == null) {
            return nothing(field);
        }
        if (value instanceof DefaultValue.OfInteger integer) {
            return integer(field, integer.bits());
        }
        if (value instanceof DefaultValue.OfFloating floating) {
            return RustLiteral.floating(floating.value(), context.storage(field.type()));
        }
        if (value instanceof DefaultValue.OfBool bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof DefaultValue.OfString text) {
            return RustLiteral.text(text.value());
        }
        if (value instanceof DefaultValue.OfEnum constant && field.type() instanceof FieldType.EnumValue type) {
            EnumDef definition = type.definition();
            String name = context.typeName(definition.fullName()) + "::"
                    + context.names().constant(definition, constant.value());
            return type.isPlainInteger() ? name + ".0 as " + StorageType.plain(type) : name;
        }
        return bytes(value);
    }

    private String nothing(FieldDef field) {
        CheckedType checked = CheckedType.of(field.type());
        if (checked != null) {
            return checked.isText() ? "\"\"" : "&[]";
        }
        return isBool(field) ? "false" : context.zero(field.type());
    }

    private static String integer(FieldDef field, long bits) {
        boolean unsigned =
                field.type() instanceof FieldType.Scalar type && type.scalar().kind() == ScalarType.Kind.UNSIGNED;
        return unsigned ? Long.toUnsignedString(bits) : Long.toString(bits);
    }

    private static String bytes(DefaultValue value) {
        if (value instanceof DefaultValue.OfString text) {
            return RustLiteral.bytes(text.value().getBytes(StandardCharsets.UTF_8));
        }
        if (value instanceof DefaultValue.OfBytes bytes) {
            return RustLiteral.bytes(bytes.value());
        }
        throw new IllegalArgumentException("not bytes: " + value);
    }

    static boolean isBool(FieldDef field) {
        return field.type() instanceof FieldType.Scalar type && type.scalar() == ScalarType.BOOL;
    }
}
