package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Sets memory to zero, faster than {@link MemorySegment#fill} where structs are concerned. Measured on JDK 25 (AVX-512),
 * safe access, in ns for 40 / 304 / 2,056 / 5,584 bytes: fill 4.9 / 7.4 / 39 / 107; a copy of zeros 2.3 / 7.3 / 13 / 28;
 * stores of words 1.5 / 5.6 / 13 / 32. The copy doesn't depend on how the JIT treats a loop, nor on the code being
 * compiled at all, so words are for the small ones only, where the JIT lays out the loop.
 */
final class Zeroing {
    /** Up to here words are stored: as many as the JIT unrolls where the size is a constant. */
    private static final int MOST_WORDS = 128;

    private static final class Zeros {
        /** Larger ones aren't worth the room that they take in the cache. */
        static final long SIZE = 8 << 10;

        static final MemorySegment BYTES = Arena.global().allocate(SIZE, 64).asReadOnly();
    }

    private Zeroing() {}

    /** Parameters as in {@link Access#zero}. */
    static void zero(MemorySegment segment, long offset, long size) {
        if (size <= MOST_WORDS) {
            storeWords(segment.asSlice(offset, size), (int) size);
        } else if (size <= Zeros.SIZE) {
            MemorySegment.copy(Zeros.BYTES, 0, segment, offset, size);
        } else {
            segment.asSlice(offset, size).fill((byte) 0);
        }
    }

    /** Of a whole segment, whose size the JIT then knows, so that it checks no bounds. */
    private static void storeWords(MemorySegment segment, int size) {
        int words = size & -Long.BYTES;
        for (int i = 0; i < words; i += Long.BYTES) {
            segment.set(ValueLayout.JAVA_LONG_UNALIGNED, i, 0);
        }
        for (int i = words; i < size; i++) {
            segment.set(ValueLayout.JAVA_BYTE, i, (byte) 0);
        }
    }
}
