package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.model.FieldType;

/** What a member can hold, in words; empty where the type says it all. */
final class BoundText implements FieldType.Visitor<String> {
    @Override
    public String scalar(FieldType.Scalar type) {
        return "";
    }

    @Override
    public String enumValue(FieldType.EnumValue type) {
        return "";
    }

    @Override
    public String boundedString(FieldType.BoundedString type) {
        return "at most " + (type.maxSize() - 1) + " bytes of UTF-8 and a NUL";
    }

    @Override
    public String boundedBytes(FieldType.BoundedBytes type) {
        return "at most " + type.maxSize() + " bytes";
    }

    @Override
    public String fixedBytes(FieldType.FixedBytes type) {
        return "always " + type.size() + " bytes";
    }

    @Override
    public String inlineMessage(FieldType.InlineMessage type) {
        return "";
    }

    @Override
    public String boundedRepeated(FieldType.BoundedRepeated type) {
        return "at most " + type.maxCount() + " elements" + each(type.element());
    }

    @Override
    public String fixedRepeated(FieldType.FixedRepeated type) {
        return "always " + type.count() + " elements" + each(type.element());
    }

    @Override
    public String unboundedString(FieldType.UnboundedString type) {
        return "not NUL-terminated, owned by whose allocator it came from";
    }

    @Override
    public String unboundedBytes(FieldType.UnboundedBytes type) {
        return "owned by whose allocator they came from";
    }

    @Override
    public String messagePointer(FieldType.MessagePointer type) {
        return "NULL when absent";
    }

    @Override
    public String mapEntry(FieldType.MapEntry type) {
        return "";
    }

    @Override
    public String unboundedRepeated(FieldType.UnboundedRepeated type) {
        return "any number of elements" + each(type.element());
    }

    private String each(FieldType element) {
        String bound = element.accept(this);
        return bound.isEmpty() ? "" : ", each " + bound;
    }
}
