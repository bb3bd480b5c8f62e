package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A scratch arena zeroes by address, which nothing checks: so that it is all of what was asked for, and nothing else. */
class ScratchZeroingTest {
    private static final byte DIRT = 0x55;
    private static final long BLOCK = 1 << 20;

    /** Beyond what any one step of zeroing takes. */
    private static final int MOST = 20_000;

    /** Of all sizes and gaps, often enough for the compiled code too. */
    @Test
    void itZeroesExactlyWhatItGives() {
        Random random = new Random(11);
        try (ScratchArena scratch = ScratchArena.ofConfined(BLOCK)) {
            for (int round = 0; round < 40_000; round++) {
                int size = round % 100 == 0 ? random.nextInt(MOST) : random.nextInt(200);
                int gap = random.nextInt(20);
                MemorySegment all = scratch.allocateBare(gap + size + 64, 1).fill(DIRT);
                scratch.reset();
                scratch.allocateBare(gap, 1);
                MemorySegment given = scratch.allocate(size, 1);
                MemorySegment after = scratch.allocateBare(64, 1);
                assertThat(given.byteSize()).isEqualTo(size);
                assertThat(mismatch(given, (byte) 0)).as("%s bytes", size).isEqualTo(-1);
                assertThat(mismatch(after, DIRT)).as("after %s bytes", size).isEqualTo(-1);
                scratch.reset();
                assertThat(mismatch(scratch.allocateBare(gap, 1), DIRT))
                        .as("before")
                        .isEqualTo(-1);
                scratch.reset();
                assertThat(all.byteSize()).isEqualTo(gap + size + 64);
            }
        }
    }

    private static long mismatch(MemorySegment segment, byte expected) {
        for (long i = 0; i < segment.byteSize(); i++) {
            if (segment.get(ValueLayout.JAVA_BYTE, i) != expected) {
                return i;
            }
        }
        return -1;
    }
}
