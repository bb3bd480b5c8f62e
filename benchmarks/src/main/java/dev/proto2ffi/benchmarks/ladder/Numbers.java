package dev.proto2ffi.benchmarks.ladder;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

/**
 * What is added: positive, of up to 31 bits, so that a varint has one to five bytes, short ones as often as long ones. The same in
 * each process. {@code a} and {@code b} are for Java, the segments for native code.
 */
final class Numbers {
    static final int COUNT = 1_000;

    private final long[] a;
    private final long[] b;
    private final MemorySegment nativeA;
    private final MemorySegment nativeB;

    private Numbers(long[] a, long[] b) {
        Arena arena = Arena.ofAuto();
        this.a = a;
        this.b = b;
        nativeA = arena.allocateFrom(ValueLayout.JAVA_LONG, a);
        nativeB = arena.allocateFrom(ValueLayout.JAVA_LONG, b);
    }

    static Numbers random() {
        SplittableRandom random = new SplittableRandom(6);
        return of(
                random.longs(COUNT).map(Numbers::shortened).toArray(),
                random.longs(COUNT).map(Numbers::shortened).toArray());
    }

    /** The arrays stay as they are. */
    static Numbers of(long[] a, long[] b) {
        return new Numbers(a, b);
    }

    private static long shortened(long bits) {
        return (bits >>> 33) >>> (bits & 31);
    }

    /** Not a copy. */
    long[] a() {
        return a;
    }

    /** Not a copy. */
    long[] b() {
        return b;
    }

    MemorySegment nativeA() {
        return nativeA;
    }

    MemorySegment nativeB() {
        return nativeB;
    }
}
