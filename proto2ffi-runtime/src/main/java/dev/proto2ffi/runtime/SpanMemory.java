package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Allocates what a pointer and a size tell of, and writes the two. */
final class SpanMemory {
    private SpanMemory() {}

    /** Zeroed elements for a field at {@code at}; none for none. */
    static void allocate(
            SegmentAllocator allocator, MemorySegment base, long at, StructField field, int count, String name) {
        long data = 0;
        if (count > 0) {
            long size = count * field.elementSize();
            data = Access.allocate(allocator, size, Elements.alignment(field), name)
                    .address();
        }
        Elements.setSpan(base, at, data, count);
    }

    /** A copy of bytes. */
    static void setBytes(SegmentAllocator allocator, MemorySegment base, long at, MemorySegment bytes, String name) {
        long data = 0;
        if (bytes.byteSize() > 0) {
            MemorySegment copy = Access.allocate(allocator, bytes.byteSize(), 1, name);
            data = copy.copyFrom(bytes).address();
        }
        Elements.setSpan(base, at, data, bytes.byteSize());
    }

    /**
     * Text as UTF-8.
     *
     * @throws IllegalArgumentException if it holds an unpaired surrogate
     */
    static void setText(SegmentAllocator allocator, MemorySegment base, long at, String text, String name) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            setBytes(allocator, base, at, MemorySegment.ofBuffer(utf8), name);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + ": an unpaired surrogate has no UTF-8 form", e);
        }
    }
}
