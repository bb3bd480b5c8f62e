package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;

/**
 * The Rust type of a field's data.
 *
 * @param lifetime of what it points to
 */
record StorageType(StructContext context, String lifetime) implements FieldType.Visitor<String> {
    /** The primitive of a scalar as code computes with it. */
    static String primitive(FieldType.Scalar type) {
        int bits = type.storageSize() * 8;
        return switch (type.scalar().kind()) {
            case SIGNED -> "i" + bits;
            case UNSIGNED -> "u" + bits;
            case FLOATING -> "f" + bits;
            case BOOL -> "bool";
        };
    }

    /** The integer of an enum field that has a width of its own. */
    static String plain(FieldType.EnumValue type) {
        return "i" + type.storageSize() * 8;
    }

    @Override
    public String scalar(FieldType.Scalar type) {
        return type.scalar() == ScalarType.BOOL ? context.support() + "::Bool" : primitive(type);
    }

    @Override
    public String enumValue(FieldType.EnumValue type) {
        return type.isPlainInteger()
                ? plain(type)
                : context.typeName(type.definition().fullName());
    }

    @Override
    public String boundedString(FieldType.BoundedString type) {
        return "[u8; " + type.maxSize() + "]";
    }

    @Override
    public String boundedBytes(FieldType.BoundedBytes type) {
        return context.support() + (context.packed() ? "::PackedBytes<" : "::Bytes<") + type.maxSize() + ">";
    }

    @Override
    public String fixedBytes(FieldType.FixedBytes type) {
        return "[u8; " + type.size() + "]";
    }

    @Override
    public String inlineMessage(FieldType.InlineMessage type) {
        return context.structType(type.structName(), lifetime);
    }

    @Override
    public String boundedRepeated(FieldType.BoundedRepeated type) {
        return "[" + type.element().accept(this) + "; " + type.maxCount() + "]";
    }

    @Override
    public String fixedRepeated(FieldType.FixedRepeated type) {
        return "[" + type.element().accept(this) + "; " + type.count() + "]";
    }

    @Override
    public String unboundedString(FieldType.UnboundedString type) {
        return context.support() + "::Str<" + lifetime + ">";
    }

    @Override
    public String unboundedBytes(FieldType.UnboundedBytes type) {
        return context.support() + "::BytesView<" + lifetime + ">";
    }

    @Override
    public String messagePointer(FieldType.MessagePointer type) {
        return pointer("Ptr", context.structType(type.structName(), lifetime));
    }

    @Override
    public String mapEntry(FieldType.MapEntry type) {
        return context.structType(type.structName(), lifetime);
    }

    @Override
    public String unboundedRepeated(FieldType.UnboundedRepeated type) {
        return pointer("Span", type.element().accept(this));
    }

    private String pointer(String name, String target) {
        return context.support() + "::" + name + "<" + lifetime + ", " + target + ">";
    }
}
