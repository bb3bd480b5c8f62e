package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Bytes stored as {@code uint8_t f[N]}: always exactly N of them, no length stored. */
public final class FixedBytes {
    private FixedBytes() {}

    /**
     * A copy of the bytes.
     *
     * @param segment base of the access
     * @param offset of the first byte in it
     * @param length how many
     */
    public static byte[] get(MemorySegment segment, long offset, int length) {
        byte[] bytes = new byte[length];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, bytes, 0, length);
        return bytes;
    }

    /**
     * Writes all bytes of the field.
     *
     * @param field full name, for messages
     * @throws IllegalArgumentException if there are more or fewer than {@code length} bytes
     */
    public static void set(MemorySegment segment, long offset, int length, byte[] value, String field) {
        checkLength(value.length, length, field);
        MemorySegment.copy(value, 0, segment, ValueLayout.JAVA_BYTE, offset, length);
    }

    /** As {@link #set(MemorySegment, long, int, byte[], String)}, from a segment of any kind. */
    public static void set(MemorySegment segment, long offset, int length, MemorySegment value, String field) {
        checkLength(value.byteSize(), length, field);
        MemorySegment.copy(value, 0, segment, offset, length);
    }

    /** Whether the bytes from {@code offset} on are these. */
    public static boolean contentEquals(MemorySegment segment, long offset, byte[] value) {
        return MemorySegment.mismatch(
                        segment, offset, offset + value.length, MemorySegment.ofArray(value), 0, value.length)
                == -1;
    }

    private static void checkLength(long actual, int length, String field) {
        if (actual != length) {
            throw new IllegalArgumentException(
                    field + ": " + actual + " bytes given, but the field holds exactly " + length);
        }
    }
}
