package dev.proto2ffi.core.layout;

/**
 * How much room a type takes.
 *
 * @param size in bytes, a multiple of {@code align} unless the alignment was asked for; may exceed an int, which the
 *     engine refuses later
 * @param align in bytes, a power of two
 */
record Extent(long size, int align) {
    /** {@code offset}, raised to the next multiple of {@code align}, a power of two. */
    static long alignUp(long offset, int align) {
        return (offset + align - 1) & -align;
    }

    /** Whether it fills the gap of four bytes that presence words may leave. */
    boolean isWord() {
        return size == Integer.BYTES && align == Integer.BYTES;
    }
}
