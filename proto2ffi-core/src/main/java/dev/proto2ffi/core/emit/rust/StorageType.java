package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;

/** The Rust type of a field's data. */
record StorageType(StructContext context) implements FieldType.Visitor<String> {
    /** The primitive of a scalar as code computes with it. */
    static String primitive(ScalarType scalar) {
        int bits = scalar.size() * 8;
        return switch (scalar.kind()) {
            case SIGNED -> "i" + bits;
            case UNSIGNED -> "u" + bits;
            case FLOATING -> "f" + bits;
            case BOOL -> "bool";
        };
    }

    @Override
    public String scalar(FieldType.Scalar type) {
        return type.scalar() == ScalarType.BOOL ? context.support() + "::Bool" : primitive(type.scalar());
    }

    @Override
    public String enumValue(FieldType.EnumValue type) {
        return context.typeName(type.definition().fullName());
    }

    @Override
    public String boundedString(FieldType.BoundedString type) {
        return "[u8; " + type.maxSize() + "]";
    }

    @Override
    public String boundedBytes(FieldType.BoundedBytes type) {
        return context.support() + "::Bytes<" + type.maxSize() + ">";
    }

    @Override
    public String fixedBytes(FieldType.FixedBytes type) {
        return "[u8; " + type.size() + "]";
    }

    @Override
    public String inlineMessage(FieldType.InlineMessage type) {
        return context.typeName(type.structName());
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
        throw new IllegalStateException("unboundedString");
    }

    @Override
    public String unboundedBytes(FieldType.UnboundedBytes type) {
        throw new IllegalStateException("unboundedBytes");
    }

    @Override
    public String messagePointer(FieldType.MessagePointer type) {
        throw new IllegalStateException("messagePointer");
    }

    @Override
    public String mapEntry(FieldType.MapEntry type) {
        throw new IllegalStateException("mapEntry");
    }

    @Override
    public String unboundedRepeated(FieldType.UnboundedRepeated type) {
        throw new IllegalStateException("unboundedRepeated");
    }
}
