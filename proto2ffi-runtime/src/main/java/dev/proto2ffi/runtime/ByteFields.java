package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Text and bytes however they are stored: where they start, how many there are. */
final class ByteFields {
    private ByteFields() {}

    /** Whether the field is of such a kind. */
    static boolean isOne(StructField field) {
        return switch (field.kind()) {
            case STRING, BYTES, FIXED_BYTES, UNBOUNDED_STRING, UNBOUNDED_BYTES -> true;
            default -> false;
        };
    }

    /** Whether it is text. */
    static boolean isText(StructField field) {
        return field.kind() == StructField.Kind.STRING || field.kind() == StructField.Kind.UNBOUNDED_STRING;
    }

    /**
     * The number of bytes; of text, those before the NUL.
     *
     * @param memory base of the access
     * @param at where the field starts in it
     * @throws CorruptStructException if there can't be so many
     */
    static int size(StructField field, MemorySegment memory, long at) {
        return switch (field.kind()) {
            case STRING -> Strings.size(memory, at, field.bound());
            case BYTES -> SizedBytes.size(memory, at, field.bound(), field.fullName());
            case FIXED_BYTES -> field.bound();
            default -> Elements.size(memory, at, 1, 1, field.fullName());
        };
    }

    /** The base of accesses to the bytes, given that of accesses to the field. */
    static MemorySegment memory(StructField field, MemorySegment memory) {
        return isUnbounded(field) ? Pointers.memory() : memory;
    }

    /** Where the bytes start in {@link #memory}. */
    static long start(StructField field, MemorySegment memory, long at) {
        if (isUnbounded(field)) {
            return Elements.data(memory, at);
        }
        return field.kind() == StructField.Kind.BYTES ? at + Integer.BYTES : at;
    }

    /** A copy of the first bytes, at most so many. */
    static byte[] copy(StructField field, MemorySegment memory, long at, int limit) {
        byte[] bytes = new byte[Math.min(limit, size(field, memory, at))];
        if (bytes.length > 0) { // where a pointer with the size 0 leads to doesn't matter
            MemorySegment.copy(
                    memory(field, memory), ValueLayout.JAVA_BYTE, start(field, memory, at), bytes, 0, bytes.length);
        }
        return bytes;
    }

    /** Whether two fields of one description hold the same bytes. */
    static boolean equal(StructField field, MemorySegment a, long atA, MemorySegment b, long atB) {
        int size = size(field, a, atA);
        if (size != size(field, b, atB)) {
            return false;
        }
        long startA = start(field, a, atA);
        long startB = start(field, b, atB);
        return size == 0
                || MemorySegment.mismatch(
                                memory(field, a), startA, startA + size, memory(field, b), startB, startB + size)
                        == -1;
    }

    /** Whether the field holds these bytes. */
    static boolean equal(StructField field, MemorySegment memory, long at, byte[] bytes) {
        return size(field, memory, at) == bytes.length
                && (bytes.length == 0
                        || FixedBytes.contentEquals(memory(field, memory), start(field, memory, at), bytes));
    }

    /** A hash of the bytes. */
    static int hash(StructField field, MemorySegment memory, long at) {
        int size = size(field, memory, at);
        MemorySegment bytes = memory(field, memory);
        long start = start(field, memory, at);
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + bytes.get(ValueLayout.JAVA_BYTE, start + i);
        }
        return hash;
    }

    private static boolean isUnbounded(StructField field) {
        return field.kind() == StructField.Kind.UNBOUNDED_STRING || field.kind() == StructField.Kind.UNBOUNDED_BYTES;
    }
}
