package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Compares structs by what they say, not by their bytes: padding, the bytes after a NUL and the values of absent fields
 * don't count.
 */
public final class Contents {
    private Contents() {}

    /**
     * Whether two structs of one type hold the same: the same fields present, with the same values. Floating-point
     * numbers are compared by their bits, so NaN equals itself and 0.0 differs from -0.0.
     *
     * @throws CorruptStructException if a stored size or count is beyond its bound
     */
    public static boolean equal(StructView a, StructView b) {
        return equal(a.structType(), Access.base(a.segment), a.address, Access.base(b.segment), b.address);
    }

    private static boolean equal(StructType<?> type, MemorySegment a, long atA, MemorySegment b, long atB) {
        for (StructField field : type.fields()) {
            boolean present = isPresent(field, a, atA);
            if (present != isPresent(field, b, atB)) {
                return false;
            }
            if (present && !fieldEqual(type, field, a, atA, b, atB)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the field's presence bit is set, or it has none. */
    static boolean isPresent(StructField field, MemorySegment segment, long at) {
        return !field.hasPresence() || Presence.has(segment, at + field.presenceOffset(), field.presenceBit());
    }

    /** How many elements a field holds. */
    static int count(StructType<?> type, StructField field, MemorySegment segment, long at) {
        return field.shape() == StructField.Shape.REPEATED
                ? Counts.get(segment, at + field.countOffset(), field.capacity(), fullName(type, field))
                : field.capacity();
    }

    static String fullName(StructType<?> type, StructField field) {
        return type.name() + "." + field.name();
    }

    private static boolean fieldEqual(
            StructType<?> type, StructField field, MemorySegment a, long atA, MemorySegment b, long atB) {
        int count = count(type, field, a, atA);
        if (count != count(type, field, b, atB)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            long start = field.offset() + i * field.elementSize();
            if (!elementEqual(type, field, a, atA + start, b, atB + start)) {
                return false;
            }
        }
        return true;
    }

    private static boolean elementEqual(
            StructType<?> type, StructField field, MemorySegment a, long atA, MemorySegment b, long atB) {
        return switch (field.kind()) {
            case BOOL -> (a.get(ValueLayout.JAVA_BYTE, atA) != 0) == (b.get(ValueLayout.JAVA_BYTE, atB) != 0);
            case INT, UINT, FLOAT, ENUM, FIXED_BYTES -> bytesEqual(a, atA, b, atB, field.elementSize());
            case STRING -> {
                int size = Strings.size(a, atA, field.bound());
                yield size == Strings.size(b, atB, field.bound()) && bytesEqual(a, atA, b, atB, size);
            }
            case BYTES -> {
                String name = fullName(type, field);
                int size = SizedBytes.size(a, atA, field.bound(), name);
                yield size == SizedBytes.size(b, atB, field.bound(), name)
                        && bytesEqual(a, atA, b, atB, Integer.BYTES + (long) size);
            }
            case MESSAGE -> equal(field.message(), a, atA, b, atB);
        };
    }

    private static boolean bytesEqual(MemorySegment a, long atA, MemorySegment b, long atB, long size) {
        return MemorySegment.mismatch(a, atA, atA + size, b, atB, atB + size) == -1;
    }
}
