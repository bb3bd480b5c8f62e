package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldType;
import java.util.Map;

/**
 * How much room a type takes.
 *
 * @param size in bytes, a multiple of {@code align}; may exceed an int, which the engine refuses later
 * @param align in bytes, a power of two
 */
record Extent(long size, int align) {
    /** {@code offset}, raised to the next multiple of {@code align}, a power of two. */
    static long alignUp(long offset, int align) {
        return (offset + align - 1) & -align;
    }

    /**
     * @param known layouts of all structs that the type holds inline
     */
    static Extent of(FieldType type, Map<String, StructLayout> known) {
        return type.accept(new Measure(known));
    }

    private record Measure(Map<String, StructLayout> known) implements FieldType.Visitor<Extent> {
        @Override
        public Extent scalar(FieldType.Scalar type) {
            return square(type.scalar().size());
        }

        @Override
        public Extent enumValue(FieldType.EnumValue type) {
            return square(type.definition().storageSize());
        }

        private static Extent square(int size) {
            return new Extent(size, size);
        }

        @Override
        public Extent boundedString(FieldType.BoundedString type) {
            return new Extent(type.maxSize(), 1);
        }

        @Override
        public Extent boundedBytes(FieldType.BoundedBytes type) {
            return new Extent(alignUp(Integer.BYTES + (long) type.maxSize(), Integer.BYTES), Integer.BYTES);
        }

        @Override
        public Extent fixedBytes(FieldType.FixedBytes type) {
            return new Extent(type.size(), 1);
        }

        @Override
        public Extent inlineMessage(FieldType.InlineMessage type) {
            StructLayout struct = known.get(type.structName());
            if (struct == null) {
                throw new IllegalStateException(type.structName() + " is not laid out yet");
            }
            return new Extent(struct.size(), struct.align());
        }

        @Override
        public Extent boundedRepeated(FieldType.BoundedRepeated type) {
            return array(type.element(), type.maxCount());
        }

        @Override
        public Extent fixedRepeated(FieldType.FixedRepeated type) {
            return array(type.element(), type.count());
        }

        private Extent array(FieldType element, int count) {
            Extent one = element.accept(this);
            return new Extent(one.size() * count, one.align());
        }
    }
}
