package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;

/** The value of a field's data in a new struct, where the schema gives no default: a constant expression. */
record ZeroValue(StructContext context) implements FieldType.Visitor<String> {
    @Override
    public String scalar(FieldType.Scalar type) {
        if (type.scalar() == ScalarType.BOOL) {
            return context.support() + "::Bool::FALSE";
        }
        return type.scalar().kind() == ScalarType.Kind.FLOATING ? "0.0" : "0";
    }

    @Override
    public String enumValue(FieldType.EnumValue type) {
        return context.typeName(type.definition().fullName()) + "(0)";
    }

    @Override
    public String boundedString(FieldType.BoundedString type) {
        return "[0; " + type.maxSize() + "]";
    }

    @Override
    public String boundedBytes(FieldType.BoundedBytes type) {
        return context.support() + "::Bytes::new()";
    }

    @Override
    public String fixedBytes(FieldType.FixedBytes type) {
        return "[0; " + type.size() + "]";
    }

    @Override
    public String inlineMessage(FieldType.InlineMessage type) {
        return context.typeName(type.structName()) + "::new()";
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
