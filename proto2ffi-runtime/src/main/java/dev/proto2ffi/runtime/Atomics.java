package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * Access to integers that other threads and native code use at the same time. All methods take the base of the access
 * and the offset of the number in it, which the layout aligns; {@code compareAndSet} and {@code getAndAdd} are
 * sequentially consistent.
 */
public final class Atomics {
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

    private Atomics() {}

    /** Reads; what the thread that stored it by release wrote before is then seen. */
    public static int getAcquire(MemorySegment segment, long offset) {
        return (int) INT.getAcquire(segment, offset);
    }

    /** Reads 8 bytes; see {@link #getAcquire}. */
    public static long getLongAcquire(MemorySegment segment, long offset) {
        return (long) LONG.getAcquire(segment, offset);
    }

    /** Writes; who reads it by acquire sees all that this thread wrote before. */
    public static void setRelease(MemorySegment segment, long offset, int value) {
        INT.setRelease(segment, offset, value);
    }

    /** Writes 8 bytes; see {@link #setRelease(MemorySegment, long, int)}. */
    public static void setRelease(MemorySegment segment, long offset, long value) {
        LONG.setRelease(segment, offset, value);
    }

    /** Writes {@code value} if {@code expected} stands there, and says whether it did. */
    public static boolean compareAndSet(MemorySegment segment, long offset, int expected, int value) {
        return INT.compareAndSet(segment, offset, expected, value);
    }

    /** Writes {@code value} if {@code expected} stands there, and says whether it did. */
    public static boolean compareAndSet(MemorySegment segment, long offset, long expected, long value) {
        return LONG.compareAndSet(segment, offset, expected, value);
    }

    /** Adds, wrapping around, and answers what stood there before. */
    public static int getAndAdd(MemorySegment segment, long offset, int delta) {
        return (int) INT.getAndAdd(segment, offset, delta);
    }

    /** Adds, wrapping around, and answers what stood there before. */
    public static long getAndAdd(MemorySegment segment, long offset, long delta) {
        return (long) LONG.getAndAdd(segment, offset, delta);
    }
}
