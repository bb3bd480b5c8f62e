package dev.proto2ffi.runtime;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * A pointer and a length, {@code struct { T *data; uint64_t size; }}: unbounded strings, bytes and lists. A length of 0
 * is empty whatever the pointer is. What can't be an array of this length is refused by each method that reads; beyond
 * that the pointer is trusted, as a C program trusts it.
 */
public final class Spans {
    private static final long SIZE = Long.BYTES;

    /** Bytes of a pointer and a length. */
    public static final long BYTES = SIZE + Long.BYTES;

    /** The layout of the pointer and the length. */
    public static final StructLayout LAYOUT =
            MemoryLayout.structLayout(ValueLayout.ADDRESS.withName("data"), ValueLayout.JAVA_LONG.withName("size"));

    private Spans() {}

    /**
     * The number of elements.
     *
     * @param segment base of the access
     * @param offset of the pointer in it
     * @param stride bytes from one element to the next
     * @param alignment of an element, a power of two
     * @param field full name, for messages
     * @throws CorruptStructException if the length isn't 0 and the pointer is NULL or misaligned, or the elements would
     *     reach beyond the end of memory
     */
    public static long count(MemorySegment segment, long offset, long stride, long alignment, String field) {
        long count = segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + SIZE);
        if (count != 0) {
            check(segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset), count, stride, alignment, field);
        }
        return count;
    }

    /**
     * The native address of an element, an offset into {@link Pointers#memory}; the other parameters and errors as in
     * {@link #count}.
     *
     * @throws IndexOutOfBoundsException if no element has this index
     */
    public static long at(MemorySegment segment, long offset, long index, long stride, long alignment, String field) {
        long count = count(segment, offset, stride, alignment, field);
        return data(segment, offset) + Objects.checkIndex(index, count) * stride;
    }

    /** The stored pointer; 0 where the length is 0, whatever stands there then. */
    public static long data(MemorySegment segment, long offset) {
        long count = segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + SIZE);
        return count == 0 ? 0 : segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
    }

    /** All elements in place, with the lifetime of {@code segment}; parameters and errors as in {@link #count}. */
    public static MemorySegment segment(MemorySegment segment, long offset, long stride, long alignment, String field) {
        long count = count(segment, offset, stride, alignment, field);
        return Pointers.part(segment, count == 0 ? 0 : data(segment, offset), count * stride);
    }

    /**
     * Memory for elements, zeroed.
     *
     * @param allocator most often an arena, which then owns the memory
     * @param count number of elements
     * @throws IllegalArgumentException if the count is negative, the bytes don't fit in a long, or the allocator gives
     *     heap memory
     */
    public static MemorySegment allocate(
            SegmentAllocator allocator, long count, long stride, long alignment, String field) {
        if (count < 0 || count > Long.MAX_VALUE / stride) {
            throw new IllegalArgumentException(field + ": it can't have " + count + " elements");
        }
        return Access.allocate(allocator, count * stride, alignment, field);
    }

    /** Stores a pointer and a length, of nothing NULL and 0. */
    public static void set(MemorySegment segment, long offset, long address, long count) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, count == 0 ? 0 : address);
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + SIZE, count);
    }

    /** Stores NULL and 0. */
    public static void clear(MemorySegment segment, long offset) {
        set(segment, offset, 0, 0);
    }

    /**
     * A count that Java must have in an int.
     *
     * @throws CorruptStructException if it is beyond
     */
    public static int toInt(long count, String field) {
        if (count != (int) count) {
            throw new CorruptStructException(
                    field, "the stored length " + Long.toUnsignedString(count) + " is beyond what Java can hold");
        }
        return (int) count;
    }

    private static void check(long data, long count, long stride, long alignment, String field) {
        if (data <= 0
                || (data & alignment - 1) != 0
                || count < 0
                || count > Long.MAX_VALUE / stride
                || data > Long.MAX_VALUE - count * stride) {
            throw corrupt(data, count, alignment, field);
        }
    }

    private static CorruptStructException corrupt(long data, long count, long alignment, String field) {
        if (data == 0) {
            return new CorruptStructException(
                    field, "the stored pointer is NULL, but the length is " + Long.toUnsignedString(count));
        }
        if ((data & alignment - 1) != 0) {
            return Pointers.misaligned(data, alignment, field);
        }
        return new CorruptStructException(
                field,
                "the stored length " + Long.toUnsignedString(count) + " from address 0x" + Long.toHexString(data)
                        + " on reaches beyond the end of memory");
    }
}
