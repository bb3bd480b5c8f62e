package dev.proto2ffi.benchmarks.ffi;

import social.ffi.Post;

/**
 * Asks for the size and the alignment of a post, over and over. Every method answers the sum of the answers; the twins are
 * in {@code ffi.rs}.
 */
final class Queries {
    private Queries() {}

    /**
     * From the generated constant.
     *
     * @param zero 0, which the JIT doesn't know: else it would multiply instead
     */
    static long size(long zero, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            sum = (sum ^ zero) + Post.SIZE;
        }
        return sum;
    }

    static long sizeOrdinary(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            sum += (long) Functions.SIZE.invokeExact();
        }
        return sum;
    }

    static long sizeCritical(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            sum += (long) Functions.SIZE_CRITICAL.invokeExact();
        }
        return sum;
    }

    /** As {@link #size}. */
    static long alignment(long zero, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            sum = (sum ^ zero) + Post.ALIGNMENT;
        }
        return sum;
    }

    static long alignmentOrdinary(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            sum += (long) Functions.ALIGNMENT.invokeExact();
        }
        return sum;
    }

    static long alignmentCritical(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            sum += (long) Functions.ALIGNMENT_CRITICAL.invokeExact();
        }
        return sum;
    }
}
