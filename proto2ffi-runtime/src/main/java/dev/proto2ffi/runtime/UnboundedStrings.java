package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.charset.StandardCharsets;

/**
 * Strings stored as a pointer and a length, see {@link Spans}: UTF-8 without a terminating NUL, which may hold U+0000.
 * Bytes that aren't UTF-8 read as U+FFFD, as {@code new String(bytes, UTF_8)} has it.
 */
public final class UnboundedStrings {
    private UnboundedStrings() {}

    /**
     * Reads the string.
     *
     * @param segment base of the access
     * @param offset of the pointer in it
     * @param field full name, for messages
     * @throws CorruptStructException if no array can be there, or it is too long for Java
     */
    public static String get(MemorySegment segment, long offset, String field) {
        return new String(UnboundedBytes.get(segment, offset, field), StandardCharsets.UTF_8);
    }

    /**
     * Copies a string to memory of the allocator and stores the pointer and the length; the other parameters as in
     * {@link #get}.
     *
     * @throws IllegalArgumentException if the text holds an unpaired surrogate, or the allocator gives heap memory
     */
    public static void set(MemorySegment segment, long offset, SegmentAllocator allocator, String value, String field) {
        UnboundedBytes.set(segment, offset, allocator, Strings.encode(value, field), field);
    }
}
