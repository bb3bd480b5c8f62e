package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The presence words {@code uint32_t p2f_has[]} of a struct: bit {@code i} is bit {@code i % 32} of word {@code i /
 * 32}.
 */
public final class Presence {
    private Presence() {}

    /**
     * Whether a bit is set.
     *
     * @param segment base of the access
     * @param offset of the first word in it
     * @param bit index of the bit, a constant where it is called
     */
    public static boolean has(MemorySegment segment, long offset, int bit) {
        return (segment.get(ValueLayout.JAVA_INT_UNALIGNED, word(offset, bit)) & 1 << bit) != 0;
    }

    /** Sets a bit; parameters as in {@link #has}. */
    public static void set(MemorySegment segment, long offset, int bit) {
        int word = segment.get(ValueLayout.JAVA_INT_UNALIGNED, word(offset, bit));
        segment.set(ValueLayout.JAVA_INT_UNALIGNED, word(offset, bit), word | 1 << bit);
    }

    /** Clears a bit; parameters as in {@link #has}. */
    public static void clear(MemorySegment segment, long offset, int bit) {
        int word = segment.get(ValueLayout.JAVA_INT_UNALIGNED, word(offset, bit));
        segment.set(ValueLayout.JAVA_INT_UNALIGNED, word(offset, bit), word & ~(1 << bit));
    }

    /** Where the word of a bit stands; parameters as in {@link #has}. */
    static long word(long offset, int bit) {
        return offset + (bit >>> 5) * (long) Integer.BYTES;
    }
}
