package dev.proto2ffi.benchmarks.ladder;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A batch of {@value Numbers#COUNT} adds in columns, laid out by hand: one segment, in which each column begins at a constant
 * offset, since loops over several segments aren't vectorised. Its twin is {@code Columns} of {@code ladder.rs}.
 */
final class Columns {
    private static final long A = 0;
    private static final long B = Numbers.COUNT * Long.BYTES;
    private static final long VALUES = 2 * B;
    static final long SIZE = 3 * B;

    private final MemorySegment memory;

    Columns(Arena arena) {
        memory = arena.allocate(SIZE, 64);
    }

    long address() {
        return memory.address();
    }

    void write(long[] a, long[] b) {
        for (int i = 0; i < Numbers.COUNT; i++) {
            memory.set(ValueLayout.JAVA_LONG_UNALIGNED, A + i * (long) Long.BYTES, a[i]);
        }
        for (int i = 0; i < Numbers.COUNT; i++) {
            memory.set(ValueLayout.JAVA_LONG_UNALIGNED, B + i * (long) Long.BYTES, b[i]);
        }
    }

    long sum() {
        long sum = 0;
        for (int i = 0; i < Numbers.COUNT; i++) {
            sum += memory.get(ValueLayout.JAVA_LONG_UNALIGNED, VALUES + i * (long) Long.BYTES);
        }
        return sum;
    }
}
