package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldType;
import java.util.List;

/**
 * A member of the small struct that a field of some types is stored as.
 *
 * @param name as generated C names it
 * @param offset from the start of that struct, in bytes
 * @param size in bytes
 */
public record StoragePart(String name, int offset, int size) {
    /** A pointer to what has no bound, and its number of bytes or elements. */
    private static final List<StoragePart> SPAN =
            List.of(new StoragePart("data", 0, Measure.POINTER), new StoragePart("size", Measure.POINTER, Long.BYTES));

    /** The parts of one value, of one element where the type is an array; none where that is a single value. */
    public static List<StoragePart> of(FieldType type) {
        return type.accept(new Parts());
    }

    private static final class Parts implements FieldType.Visitor<List<StoragePart>> {
        @Override
        public List<StoragePart> scalar(FieldType.Scalar type) {
            return List.of();
        }

        @Override
        public List<StoragePart> enumValue(FieldType.EnumValue type) {
            return List.of();
        }

        @Override
        public List<StoragePart> boundedString(FieldType.BoundedString type) {
            return List.of();
        }

        @Override
        public List<StoragePart> boundedBytes(FieldType.BoundedBytes type) {
            return List.of(
                    new StoragePart("size", 0, Integer.BYTES), new StoragePart("data", Integer.BYTES, type.maxSize()));
        }

        @Override
        public List<StoragePart> fixedBytes(FieldType.FixedBytes type) {
            return List.of();
        }

        @Override
        public List<StoragePart> unboundedString(FieldType.UnboundedString type) {
            return SPAN;
        }

        @Override
        public List<StoragePart> unboundedBytes(FieldType.UnboundedBytes type) {
            return SPAN;
        }

        @Override
        public List<StoragePart> inlineMessage(FieldType.InlineMessage type) {
            return List.of();
        }

        @Override
        public List<StoragePart> messagePointer(FieldType.MessagePointer type) {
            return List.of();
        }

        @Override
        public List<StoragePart> mapEntry(FieldType.MapEntry type) {
            return List.of();
        }

        @Override
        public List<StoragePart> boundedRepeated(FieldType.BoundedRepeated type) {
            return type.element().accept(this);
        }

        @Override
        public List<StoragePart> fixedRepeated(FieldType.FixedRepeated type) {
            return type.element().accept(this);
        }

        @Override
        public List<StoragePart> unboundedRepeated(FieldType.UnboundedRepeated type) {
            return SPAN;
        }
    }
}
