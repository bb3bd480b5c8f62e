package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Strings stored as {@code char f[N]}: UTF-8, ended by a NUL where the writer obeys the layout. Readers stop at the NUL
 * or, if native code left none, at the end of the field, and never look beyond. Bytes that aren't UTF-8 read as U+FFFD,
 * as {@code new String(bytes, UTF_8)} has it.
 */
public final class Strings {
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle WORD_OF_ARRAY =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUESTION_MARKS = 0x3f3f3f3f3f3f3f3fL;

    private Strings() {}

    /**
     * The number of bytes before the NUL.
     *
     * @param segment base of the access
     * @param offset of the field in it
     * @param bound bytes of storage
     */
    public static int size(MemorySegment segment, long offset, int bound) {
        int i = 0;
        for (; i <= bound - Long.BYTES; i += Long.BYTES) {
            long zeros = zeroBytes(segment.get(WORD, offset + i));
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (i < bound && segment.get(ValueLayout.JAVA_BYTE, offset + i) != 0) {
            i++;
        }
        return i;
    }

    /** Reads the string; parameters as in {@link #size}. */
    public static String get(MemorySegment segment, long offset, int bound) {
        byte[] bytes = new byte[size(segment, offset, bound)];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The bytes before the NUL, in place; parameters as in {@link #size}. */
    public static MemorySegment segment(MemorySegment segment, long offset, int bound) {
        return segment.asSlice(offset, size(segment, offset, bound));
    }

    /** Whether the bytes before the NUL are these; the other parameters as in {@link #size}. */
    public static boolean contentEquals(MemorySegment segment, long offset, int bound, byte[] utf8) {
        return utf8.length <= bound
                && size(segment, offset, bound) == utf8.length
                && FixedBytes.contentEquals(segment, offset, utf8);
    }

    /**
     * Writes a string and its NUL. The bytes after the NUL keep what they held.
     *
     * @param segment base of the access
     * @param offset of the field in it
     * @param bound bytes of storage, the NUL included
     * @param value the text
     * @param field full name, for messages
     * @return the bytes written, the NUL included
     * @throws FieldOverflowException if the text and its NUL need more than the bound
     * @throws IllegalArgumentException if the text holds U+0000 or an unpaired surrogate
     */
    public static int set(MemorySegment segment, long offset, int bound, String value, String field) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= bound) {
            throw new FieldOverflowException(
                    field, bytes.length + " bytes of UTF-8 and the terminating NUL don't fit in max_size " + bound);
        }
        if (isSuspect(bytes)) {
            checkText(value, field, false);
        }
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, offset, bytes.length);
        segment.set(ValueLayout.JAVA_BYTE, offset + bytes.length, (byte) 0);
        return bytes.length + 1;
    }

    /** The UTF-8 of a string that may hold U+0000, but no unpaired surrogate. */
    static byte[] encode(String value, String field) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (isSuspect(bytes)) {
            checkText(value, field, true);
        }
        return bytes;
    }

    /** Whether a string has no UTF-8 form, so that {@code utf8}, what getBytes made of it, is that of another one. */
    static boolean isLost(String value, byte[] utf8) {
        return isSuspect(utf8) && unpairedSurrogate(value) >= 0;
    }

    /** Whether there is a NUL, or a question mark, which is what getBytes makes of an unpaired surrogate. */
    private static boolean isSuspect(byte[] bytes) {
        // Texts seldom have either, so no word is worth a branch: without one the loop is a third faster.
        long found = 0;
        int i = 0;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORD_OF_ARRAY.get(bytes, i);
            found |= zeroBytes(word) | zeroBytes(word ^ QUESTION_MARKS);
        }
        if (found != 0) {
            return true;
        }
        for (; i < bytes.length; i++) {
            if (bytes[i] == 0 || bytes[i] == '?') {
                return true;
            }
        }
        return false;
    }

    /** Non-zero if a byte of the word is zero; the lowest set bit then stands in the first such byte. */
    private static long zeroBytes(long word) {
        return (word - LOW_BITS) & ~word & HIGH_BITS;
    }

    private static void checkText(String value, String field, boolean mayHoldNul) {
        int nul = value.indexOf(0);
        if (nul >= 0 && !mayHoldNul) {
            throw new IllegalArgumentException(
                    field + ": U+0000 at index " + nul + " would end the string early for native code");
        }
        int unpaired = unpairedSurrogate(value);
        if (unpaired >= 0) {
            throw new IllegalArgumentException(
                    field + ": unpaired surrogate at index " + unpaired + " has no UTF-8 form");
        }
    }

    /** The index of the first surrogate that stands alone, or -1. */
    private static int unpairedSurrogate(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }
}
