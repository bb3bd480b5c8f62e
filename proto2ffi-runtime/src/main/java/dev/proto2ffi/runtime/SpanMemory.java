package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** Allocates elements that a pointer and a size tell of, and writes the two. */
final class SpanMemory {
    private SpanMemory() {}

    /** Zeroed elements for a field at {@code at}; none for none. */
    static void allocate(
            SegmentAllocator allocator, MemorySegment base, long at, StructField field, int count, String name) {
        long data = 0;
        if (count > 0) {
            long size = count * field.elementSize();
            data = Access.allocateAddress(allocator, size, Elements.alignment(field), name);
        }
        Elements.setSpan(base, at, data, count);
    }
}
