package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.FieldType;

/** What the address of an element behind a pointer must be a multiple of. */
record ElementAlignment(SchemaLayout schema) implements FieldType.Visitor<Integer> {
    @Override
    public Integer scalar(FieldType.Scalar type) {
        return type.storageSize();
    }

    @Override
    public Integer enumValue(FieldType.EnumValue type) {
        return type.storageSize();
    }

    @Override
    public Integer boundedString(FieldType.BoundedString type) {
        return 1;
    }

    @Override
    public Integer boundedBytes(FieldType.BoundedBytes type) {
        return Integer.BYTES;
    }

    @Override
    public Integer fixedBytes(FieldType.FixedBytes type) {
        return 1;
    }

    @Override
    public Integer unboundedString(FieldType.UnboundedString type) {
        return Long.BYTES;
    }

    @Override
    public Integer unboundedBytes(FieldType.UnboundedBytes type) {
        return Long.BYTES;
    }

    @Override
    public Integer inlineMessage(FieldType.InlineMessage type) {
        return schema.struct(type.structName()).align();
    }

    @Override
    public Integer messagePointer(FieldType.MessagePointer type) {
        return Long.BYTES;
    }

    @Override
    public Integer mapEntry(FieldType.MapEntry type) {
        return schema.struct(type.structName()).align();
    }

    @Override
    public Integer boundedRepeated(FieldType.BoundedRepeated type) {
        return type.element().accept(this);
    }

    @Override
    public Integer fixedRepeated(FieldType.FixedRepeated type) {
        return type.element().accept(this);
    }

    @Override
    public Integer unboundedRepeated(FieldType.UnboundedRepeated type) {
        return type.element().accept(this);
    }
}
