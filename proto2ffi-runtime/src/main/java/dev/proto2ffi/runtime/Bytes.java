package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes on the heap that never change: what a snapshot holds of a bytes field. Equal by content. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    /** Bytes that {@link #toString} shows. */
    private static final int SHOWN = 32;

    private final byte[] values;

    private Bytes(byte[] values) {
        this.values = values;
    }

    /** A copy of an array. */
    public static Bytes of(byte... values) {
        return values.length == 0 ? EMPTY : new Bytes(values.clone());
    }

    /** A copy of a segment. */
    public static Bytes copyOf(MemorySegment segment) {
        return adopt(segment.toArray(ValueLayout.JAVA_BYTE));
    }

    /** The bytes of an array that nobody else has. */
    static Bytes adopt(byte[] values) {
        return values.length == 0 ? EMPTY : new Bytes(values);
    }

    /** The number of bytes. */
    public int size() {
        return values.length;
    }

    /**
     * The byte at an index.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public byte get(int index) {
        return values[index];
    }

    /** A copy. */
    public byte[] toByteArray() {
        return values.clone();
    }

    /** The bytes as a read-only segment on the heap, without copying. */
    public MemorySegment segment() {
        return MemorySegment.ofArray(values).asReadOnly();
    }

    @Override
    public boolean equals(Object that) {
        return that instanceof Bytes bytes && Arrays.equals(values, bytes.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The number of bytes, and the first of them in hexadecimal. */
    @Override
    public String toString() {
        String shown = HexFormat.of().formatHex(values, 0, Math.min(values.length, SHOWN));
        return "Bytes[" + values.length + ": " + shown + (values.length > SHOWN ? "…]" : "]");
    }
}
