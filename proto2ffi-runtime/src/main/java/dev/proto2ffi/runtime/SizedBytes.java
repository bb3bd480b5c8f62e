package dev.proto2ffi.runtime;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.stream.Stream;

/** Bytes stored as {@code struct { uint32_t size; uint8_t data[N]; }}. A stored size beyond N is never followed. */
public final class SizedBytes {
    private static final long DATA = Integer.BYTES;

    private SizedBytes() {}

    /** The layout of the struct of size and data, its padding included. */
    public static StructLayout layout(int bound) {
        StructLayout used = MemoryLayout.structLayout(
                ValueLayout.JAVA_INT.withName("size"),
                MemoryLayout.sequenceLayout(bound, ValueLayout.JAVA_BYTE).withName("data"));
        int padding = -bound & Integer.BYTES - 1;
        return padding == 0
                ? used
                : MemoryLayout.structLayout(
                        Stream.concat(used.memberLayouts().stream(), Stream.of(MemoryLayout.paddingLayout(padding)))
                                .toArray(MemoryLayout[]::new));
    }

    /** The layout of the struct of size and data in a packed struct, where it has neither alignment nor padding. */
    public static StructLayout packedLayout(int bound) {
        return MemoryLayout.structLayout(
                ValueLayout.JAVA_INT_UNALIGNED.withName("size"),
                MemoryLayout.sequenceLayout(bound, ValueLayout.JAVA_BYTE).withName("data"));
    }

    /**
     * How many bytes the field holds.
     *
     * @param segment base of the access
     * @param offset of the struct of size and data
     * @param bound the capacity, in bytes
     * @param field full name, for messages
     * @throws CorruptStructException if the stored size is beyond the bound
     */
    public static int size(MemorySegment segment, long offset, int bound, String field) {
        int size = segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
        if (size < 0 || size > bound) {
            throw new CorruptStructException(
                    field, "the stored size " + Integer.toUnsignedString(size) + " is beyond max_size " + bound);
        }
        return size;
    }

    /** A copy of the bytes; parameters and errors as in {@link #size}. */
    public static byte[] get(MemorySegment segment, long offset, int bound, String field) {
        return FixedBytes.get(segment, offset + DATA, size(segment, offset, bound, field));
    }

    /** The bytes in place; parameters and errors as in {@link #size}. */
    public static MemorySegment segment(MemorySegment segment, long offset, int bound, String field) {
        return segment.asSlice(offset + DATA, size(segment, offset, bound, field));
    }

    /** Whether the field holds these bytes; the other parameters and errors as in {@link #size}. */
    public static boolean contentEquals(MemorySegment segment, long offset, int bound, byte[] value, String field) {
        return size(segment, offset, bound, field) == value.length
                && FixedBytes.contentEquals(segment, offset + DATA, value);
    }

    /**
     * Writes bytes and their number.
     *
     * @return the bytes written, their number included
     * @throws FieldOverflowException if there are more than {@code bound}
     */
    public static int set(MemorySegment segment, long offset, int bound, byte[] value, String field) {
        checkFits(value.length, bound, field);
        MemorySegment.copy(value, 0, segment, ValueLayout.JAVA_BYTE, offset + DATA, value.length);
        segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, value.length);
        return Integer.BYTES + value.length;
    }

    /** As {@link #set(MemorySegment, long, int, byte[], String)}, from a segment of any kind. */
    public static int set(MemorySegment segment, long offset, int bound, MemorySegment value, String field) {
        checkFits(value.byteSize(), bound, field);
        MemorySegment.copy(value, 0, segment, offset + DATA, value.byteSize());
        segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value.byteSize());
        return Integer.BYTES + (int) value.byteSize();
    }

    private static void checkFits(long size, int bound, String field) {
        if (size > bound) {
            throw new FieldOverflowException(field, size + " bytes don't fit in max_size " + bound);
        }
    }
}
