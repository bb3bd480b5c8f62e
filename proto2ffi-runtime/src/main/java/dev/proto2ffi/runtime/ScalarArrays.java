package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Numbers copied in bulk between native memory, at any alignment, and Java arrays. The caller has checked the counts.
 */
public final class ScalarArrays {
    private ScalarArrays() {}

    /** A copy of {@code count} numbers from {@code offset} on. */
    public static int[] ints(MemorySegment segment, long offset, int count) {
        int[] values = new int[count];
        MemorySegment.copy(segment, ValueLayout.JAVA_INT_UNALIGNED, offset, values, 0, count);
        return values;
    }

    /** A copy of {@code count} numbers from {@code offset} on. */
    public static long[] longs(MemorySegment segment, long offset, int count) {
        long[] values = new long[count];
        MemorySegment.copy(segment, ValueLayout.JAVA_LONG_UNALIGNED, offset, values, 0, count);
        return values;
    }

    /** A copy of {@code count} numbers from {@code offset} on. */
    public static float[] floats(MemorySegment segment, long offset, int count) {
        float[] values = new float[count];
        MemorySegment.copy(segment, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, values, 0, count);
        return values;
    }

    /** A copy of {@code count} numbers from {@code offset} on. */
    public static double[] doubles(MemorySegment segment, long offset, int count) {
        double[] values = new double[count];
        MemorySegment.copy(segment, ValueLayout.JAVA_DOUBLE_UNALIGNED, offset, values, 0, count);
        return values;
    }

    /** A copy of {@code count} bools from {@code offset} on; any byte but 0 is true. */
    public static boolean[] booleans(MemorySegment segment, long offset, int count) {
        boolean[] values = new boolean[count];
        for (int i = 0; i < count; i++) {
            values[i] = segment.get(ValueLayout.JAVA_BYTE, offset + i) != 0;
        }
        return values;
    }

    /** Writes all values from {@code offset} on. */
    public static void set(MemorySegment segment, long offset, int[] values) {
        MemorySegment.copy(values, 0, segment, ValueLayout.JAVA_INT_UNALIGNED, offset, values.length);
    }

    /** Writes all values from {@code offset} on. */
    public static void set(MemorySegment segment, long offset, long[] values) {
        MemorySegment.copy(values, 0, segment, ValueLayout.JAVA_LONG_UNALIGNED, offset, values.length);
    }

    /** Writes all values from {@code offset} on. */
    public static void set(MemorySegment segment, long offset, float[] values) {
        MemorySegment.copy(values, 0, segment, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, values.length);
    }

    /** Writes all values from {@code offset} on. */
    public static void set(MemorySegment segment, long offset, double[] values) {
        MemorySegment.copy(values, 0, segment, ValueLayout.JAVA_DOUBLE_UNALIGNED, offset, values.length);
    }

    /** Writes all values from {@code offset} on, as 0 and 1. */
    public static void set(MemorySegment segment, long offset, boolean[] values) {
        for (int i = 0; i < values.length; i++) {
            segment.set(ValueLayout.JAVA_BYTE, offset + i, (byte) (values[i] ? 1 : 0));
        }
    }
}
