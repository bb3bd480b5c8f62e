package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;
import java.util.Map;

/**
 * How much room the types of a struct's fields take.
 *
 * @param known the extents of all structs that the struct holds inline
 * @param packed whether the struct is packed: then so is all that is in it
 */
record Measure(Map<String, Extent> known, boolean packed) implements FieldType.Visitor<Extent> {
    /** Pointers have 8 bytes on all targets. */
    static final int POINTER = 8;

    /** A pointer and a 64-bit length. */
    private static final Extent SPAN = new Extent(POINTER + Long.BYTES, POINTER);

    /** The data of a field, with the alignment that its options ask for. */
    Extent data(FieldDef field) {
        Extent extent = field.type().accept(this);
        return new Extent(extent.size(), Math.max(extent.align(), field.align()));
    }

    /** A union: as large as the largest of its members, with room up to the alignment. */
    Extent union(List<FieldDef> members) {
        long size = 0;
        int align = 1;
        for (FieldDef member : members) {
            Extent extent = data(member);
            size = Math.max(size, extent.size());
            align = Math.max(align, extent.align());
        }
        return new Extent(Extent.alignUp(size, align), align);
    }

    /** A count, a case or a presence word. */
    Extent word() {
        return square(Integer.BYTES);
    }

    private Extent square(int size) {
        return new Extent(size, packed ? 1 : size);
    }

    @Override
    public Extent scalar(FieldType.Scalar type) {
        return square(type.storageSize());
    }

    @Override
    public Extent enumValue(FieldType.EnumValue type) {
        return square(type.storageSize());
    }

    @Override
    public Extent boundedString(FieldType.BoundedString type) {
        return new Extent(type.maxSize(), 1);
    }

    @Override
    public Extent boundedBytes(FieldType.BoundedBytes type) {
        int align = word().align();
        return new Extent(Extent.alignUp(Integer.BYTES + (long) type.maxSize(), align), align);
    }

    @Override
    public Extent fixedBytes(FieldType.FixedBytes type) {
        return new Extent(type.size(), 1);
    }

    @Override
    public Extent unboundedString(FieldType.UnboundedString type) {
        return SPAN;
    }

    @Override
    public Extent unboundedBytes(FieldType.UnboundedBytes type) {
        return SPAN;
    }

    @Override
    public Extent inlineMessage(FieldType.InlineMessage type) {
        return struct(type.structName());
    }

    @Override
    public Extent messagePointer(FieldType.MessagePointer type) {
        return new Extent(POINTER, POINTER);
    }

    @Override
    public Extent mapEntry(FieldType.MapEntry type) {
        return struct(type.structName());
    }

    /** The extent of a struct, which must be known. */
    Extent struct(String name) {
        Extent extent = known.get(name);
        if (extent == null) {
            throw new IllegalStateException(name + " is not laid out yet");
        }
        return extent;
    }

    @Override
    public Extent boundedRepeated(FieldType.BoundedRepeated type) {
        return array(type.element(), type.maxCount());
    }

    @Override
    public Extent fixedRepeated(FieldType.FixedRepeated type) {
        return array(type.element(), type.count());
    }

    @Override
    public Extent unboundedRepeated(FieldType.UnboundedRepeated type) {
        return SPAN;
    }

    private Extent array(FieldType element, int count) {
        Extent one = element.accept(this);
        return new Extent(one.size() * count, one.align());
    }
}
