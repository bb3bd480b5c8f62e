package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.StructDef;
import java.util.function.Function;
import java.util.function.Predicate;

/** The room that types take in one struct, by the book or with a rule broken. */
final class ReferenceTypes implements FieldType.Visitor<ReferenceTypes.Room> {
    /** Bytes and alignment. */
    record Room(long size, long align) {
        Room padded() {
            return new Room(up(size, align), align);
        }
    }

    private final StructDef owner;
    private final Predicate<LayoutRule> broken;
    private final Function<String, Room> structs;

    ReferenceTypes(StructDef owner, Predicate<LayoutRule> broken, Function<String, Room> structs) {
        this.owner = owner;
        this.broken = broken;
        this.structs = structs;
    }

    static long up(long offset, long align) {
        return (offset + align - 1) / align * align;
    }

    boolean packed() {
        return owner.packed()
                && !broken.test(LayoutRule.PACKED)
                && !(owner.mapEntry() && broken.test(LayoutRule.PACKED_ENTRY));
    }

    Room number(long size) {
        long align = size;
        if (size == 8 && broken.test(LayoutRule.EIGHT_BYTES_ALIGNED)) {
            align = 4;
        } else if (size == 2 && broken.test(LayoutRule.TWO_BYTES_ALIGNED)) {
            align = 1;
        }
        return new Room(size, packed() ? 1 : align);
    }

    @Override
    public Room scalar(FieldType.Scalar type) {
        ScalarType scalar = type.scalar();
        if (scalar == ScalarType.FLOAT && broken.test(LayoutRule.FLOAT_IS_FOUR)) {
            return number(8);
        } else if (scalar == ScalarType.BOOL && broken.test(LayoutRule.BOOL_IS_ONE)) {
            return number(4);
        }
        return number(broken.test(LayoutRule.INT_SIZE) ? scalar.size() : type.storageSize());
    }

    @Override
    public Room enumValue(FieldType.EnumValue type) {
        long size = type.storageSize();
        if (type.isPlainInteger() && broken.test(LayoutRule.FIELD_ENUM_INT_SIZE)) {
            size = type.definition().storageSize();
        } else if (!type.isPlainInteger() && size != 4 && broken.test(LayoutRule.ENUM_INT_SIZE)) {
            size = 4;
        } else if (!type.isPlainInteger() && size == 4 && broken.test(LayoutRule.ENUM_IS_FOUR)) {
            size = 8;
        }
        return number(size);
    }

    @Override
    public Room boundedString(FieldType.BoundedString type) {
        return new Room(type.maxSize() + (broken.test(LayoutRule.STRING_HAS_ITS_BOUND) ? 1 : 0), 1);
    }

    @Override
    public Room boundedBytes(FieldType.BoundedBytes type) {
        if (owner.packed() && broken.test(LayoutRule.PACKED_BYTES)) {
            return new Room(up(4L + type.maxSize(), 4), 4);
        }
        Room count = number(broken.test(LayoutRule.BYTES_SIZE_IS_UINT32) ? 8 : 4);
        long align = broken.test(LayoutRule.BYTES_ALIGNED) ? 1 : count.align();
        Room room = new Room(count.size() + type.maxSize(), align);
        return broken.test(LayoutRule.BYTES_ROUNDED) ? room : room.padded();
    }

    @Override
    public Room fixedBytes(FieldType.FixedBytes type) {
        return broken.test(LayoutRule.FIXED_LENGTH_WITHOUT_SIZE)
                ? new Room(up(4L + type.size(), 4), 4)
                : new Room(type.size(), 1);
    }

    private Room span() {
        Room pointer = pointer();
        return broken.test(LayoutRule.SPAN_IS_SIXTEEN) ? pointer : new Room(8 + pointer.size(), pointer.align());
    }

    private Room pointer() {
        if (broken.test(LayoutRule.POINTER_IS_EIGHT)) {
            return new Room(4, 4);
        }
        return new Room(8, broken.test(LayoutRule.POINTER_ALIGNED) ? 4 : 8);
    }

    @Override
    public Room unboundedString(FieldType.UnboundedString type) {
        return span();
    }

    @Override
    public Room unboundedBytes(FieldType.UnboundedBytes type) {
        return span();
    }

    @Override
    public Room unboundedRepeated(FieldType.UnboundedRepeated type) {
        return span();
    }

    @Override
    public Room inlineMessage(FieldType.InlineMessage type) {
        return structs.apply(type.structName());
    }

    @Override
    public Room messagePointer(FieldType.MessagePointer type) {
        // As if it were inline: how large that were has no answer on a cycle.
        return broken.test(LayoutRule.INDIRECT_IS_POINTER) ? new Room(24, 8) : pointer();
    }

    @Override
    public Room mapEntry(FieldType.MapEntry type) {
        return structs.apply(type.structName());
    }

    @Override
    public Room boundedRepeated(FieldType.BoundedRepeated type) {
        return array(type.element(), type.maxCount());
    }

    @Override
    public Room fixedRepeated(FieldType.FixedRepeated type) {
        return array(type.element(), type.count());
    }

    private Room array(FieldType element, int count) {
        Room one = element.accept(this);
        long stride = broken.test(LayoutRule.STRIDE_IS_SIZE) ? up(one.size() + 1, one.align()) : one.size();
        return new Room(stride * (broken.test(LayoutRule.ALL_ELEMENTS) && count > 1 ? count - 1 : count), one.align());
    }
}
