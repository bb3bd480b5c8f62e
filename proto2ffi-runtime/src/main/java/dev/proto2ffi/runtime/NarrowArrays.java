package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Integers copied in bulk between Java arrays and storage of another width. The caller has checked the counts.
 *
 * <p>Everywhere {@code width} is the bytes of an element in memory: 1, 2, 4 or 8.
 */
public final class NarrowArrays {
    private NarrowArrays() {}

    /** A copy of {@code count} numbers from {@code offset} on, extended by sign or by zeros. */
    public static int[] ints(MemorySegment segment, long offset, int count, int width, boolean signed) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = (int) get(segment, offset + (long) i * width, width, signed);
        }
        return values;
    }

    /** A copy of {@code count} numbers from {@code offset} on, extended by sign or by zeros. */
    public static long[] longs(MemorySegment segment, long offset, int count, int width, boolean signed) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = get(segment, offset + (long) i * width, width, signed);
        }
        return values;
    }

    /**
     * Writes all values from {@code offset} on.
     *
     * @param field full name, for messages
     * @throws FieldOverflowException if one is too wide for its storage; then nothing is written
     */
    public static void set(MemorySegment segment, long offset, int[] values, int width, boolean signed, String field) {
        for (int value : values) {
            Narrow.check(value, width, signed, field);
        }
        for (int i = 0; i < values.length; i++) {
            put(segment, offset + (long) i * width, values[i], width);
        }
    }

    /** As {@link #set(MemorySegment, long, int[], int, boolean, String)}. */
    public static void set(MemorySegment segment, long offset, long[] values, int width, boolean signed, String field) {
        for (long value : values) {
            Narrow.check(value, width, signed, field);
        }
        for (int i = 0; i < values.length; i++) {
            put(segment, offset + (long) i * width, values[i], width);
        }
    }

    private static long get(MemorySegment segment, long offset, int width, boolean signed) {
        long value = switch (width) {
            case Byte.BYTES -> segment.get(ValueLayout.JAVA_BYTE, offset);
            case Short.BYTES -> segment.get(ValueLayout.JAVA_SHORT_UNALIGNED, offset);
            case Integer.BYTES -> segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
            default -> segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
        };
        return signed ? value : value & Narrow.mask(width);
    }

    private static void put(MemorySegment segment, long offset, long value, int width) {
        switch (width) {
            case Byte.BYTES -> segment.set(ValueLayout.JAVA_BYTE, offset, (byte) value);
            case Short.BYTES -> segment.set(ValueLayout.JAVA_SHORT_UNALIGNED, offset, (short) value);
            case Integer.BYTES -> segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value);
            default -> segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
        }
    }
}
