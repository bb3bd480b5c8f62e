package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Compares structs by what they say, not by their bytes: padding, the bytes after a NUL, the values of absent fields and
 * the order of maps don't count; what pointers point to does.
 */
public final class Contents {
    private Contents() {}

    /**
     * Whether two structs of one type hold the same: the same fields present, with the same values. Floating-point
     * numbers are compared by their bits, so NaN equals itself and 0.0 differs from -0.0. Where a map has a key twice, the
     * highest index counts.
     *
     * @throws CorruptStructException if a stored size, count or pointer can't be one
     * @throws IllegalStateException if messages are nested more than 100 deep
     */
    public static boolean equal(StructView a, StructView b) {
        return equal(a.structType(), Access.base(a.segment), a.address, Access.base(b.segment), b.address, 1);
    }

    private static boolean equal(StructType<?> type, MemorySegment a, long atA, MemorySegment b, long atB, int depth) {
        for (StructField field : type.fields()) {
            if (field.oneof() != null && Elements.storedCase(field, a, atA) != Elements.storedCase(field, b, atB)) {
                return false;
            }
            boolean present = Elements.isPresent(field, a, atA);
            if (present != Elements.isPresent(field, b, atB)) {
                return false;
            }
            if (present && !fieldEqual(field, a, atA, b, atB, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fieldEqual(
            StructField field, MemorySegment a, long atA, MemorySegment b, long atB, int depth) {
        if (field.isMap()) {
            return mapsEqual(new MapEntries(field, a, atA), new MapEntries(field, b, atB), depth);
        }
        int count = Elements.count(field, a, atA);
        if (count != Elements.count(field, b, atB)) {
            return false;
        }
        MemorySegment memoryA = Elements.memory(field, a);
        MemorySegment memoryB = Elements.memory(field, b);
        long firstA = Elements.first(field, a, atA);
        long firstB = Elements.first(field, b, atB);
        for (int i = 0; i < count; i++) {
            long start = i * field.elementSize();
            if (!elementEqual(field, memoryA, firstA + start, memoryB, firstB + start, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mapsEqual(MapEntries a, MapEntries b, int depth) {
        StructField value = a.value();
        int distinct = 0;
        for (int i = a.next(-1); i >= 0; i = a.next(i)) {
            distinct++;
            int other = b.indexOf(a, i);
            if (other < 0 || !entriesEqual(value, a.memory(), a.entry(i), b.memory(), b.entry(other), depth)) {
                return false;
            }
        }
        return distinct == b.distinct();
    }

    private static boolean entriesEqual(
            StructField value, MemorySegment a, long atA, MemorySegment b, long atB, int depth) {
        boolean present = Elements.isPresent(value, a, atA);
        return present == Elements.isPresent(value, b, atB) && (!present || fieldEqual(value, a, atA, b, atB, depth));
    }

    private static boolean elementEqual(
            StructField field, MemorySegment a, long atA, MemorySegment b, long atB, int depth) {
        return switch (field.kind()) {
            case BOOL -> (a.get(ValueLayout.JAVA_BYTE, atA) != 0) == (b.get(ValueLayout.JAVA_BYTE, atB) != 0);
            case INT, UINT, FLOAT, ENUM ->
                MemorySegment.mismatch(a, atA, atA + field.elementSize(), b, atB, atB + field.elementSize()) == -1;
            case STRING, BYTES, FIXED_BYTES, UNBOUNDED_STRING, UNBOUNDED_BYTES ->
                ByteFields.equal(field, a, atA, b, atB);
            case MESSAGE -> {
                StructType<?> type = field.message();
                yield equal(type, a, atA, b, atB, Depth.below(depth, type.name()));
            }
            case MESSAGE_POINTER -> {
                StructType<?> type = field.message();
                MemorySegment all = Pointers.memory();
                long pointerA = Elements.pointer(field, a, atA);
                long pointerB = Elements.pointer(field, b, atB);
                yield equal(type, all, pointerA, all, pointerB, Depth.below(depth, type.name()));
            }
        };
    }
}
