package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;

/** Bytes stored as a pointer and a length, see {@link Spans}; also what strings have in common with them. */
public final class UnboundedBytes {
    private UnboundedBytes() {}

    /**
     * How many bytes there are.
     *
     * @param segment base of the access
     * @param offset of the pointer in it
     * @param field full name, for messages
     * @throws CorruptStructException if no array can be there
     */
    public static long size(MemorySegment segment, long offset, String field) {
        return Spans.count(segment, offset, 1, 1, field);
    }

    /**
     * A copy of the bytes; parameters as in {@link #size}.
     *
     * @throws CorruptStructException if no array can be there, or it is too long for Java
     */
    public static byte[] get(MemorySegment segment, long offset, String field) {
        int size = Spans.toInt(size(segment, offset, field), field);
        return FixedBytes.get(Pointers.memory(), size == 0 ? 0 : Spans.data(segment, offset), size);
    }

    /** The bytes in place, with the lifetime of {@code segment}; parameters and errors as in {@link #size}. */
    public static MemorySegment segment(MemorySegment segment, long offset, String field) {
        return Spans.segment(segment, offset, 1, 1, field);
    }

    /** Whether these are the bytes; the other parameters and errors as in {@link #size}. */
    public static boolean contentEquals(MemorySegment segment, long offset, byte[] value, String field) {
        return size(segment, offset, field) == value.length
                && (value.length == 0
                        || FixedBytes.contentEquals(Pointers.memory(), Spans.data(segment, offset), value));
    }

    /**
     * Copies bytes to memory of the allocator and stores the pointer and the length; the other parameters as in
     * {@link #size}.
     *
     * @throws IllegalArgumentException if the allocator gives heap memory
     */
    public static void set(MemorySegment segment, long offset, SegmentAllocator allocator, byte[] value, String field) {
        if (allocator instanceof ScratchArena scratch && value.length > 0) {
            long placed = scratch.place(value.length, 1, false);
            MemorySegment.copy(value, 0, Access.base(scratch.block()), ValueLayout.JAVA_BYTE, placed, value.length);
            Spans.set(segment, offset, scratch.addressOf(placed), value.length);
        } else {
            set(segment, offset, allocator, MemorySegment.ofArray(value), field);
        }
    }

    /** As {@link #set(MemorySegment, long, SegmentAllocator, byte[], String)}, from a segment of any kind. */
    public static void set(
            MemorySegment segment, long offset, SegmentAllocator allocator, MemorySegment value, String field) {
        long size = value.byteSize();
        if (size == 0) {
            Spans.clear(segment, offset);
            return;
        }
        MemorySegment copy = Access.allocateBare(allocator, size, 1, field).copyFrom(value);
        Spans.set(segment, offset, copy.address(), size);
    }
}
