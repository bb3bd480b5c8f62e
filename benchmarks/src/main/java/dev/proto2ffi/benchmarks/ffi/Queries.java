package dev.proto2ffi.benchmarks.ffi;

import java.lang.invoke.VarHandle;
import social.ffi.Post;

/**
 * Asks for the size and the alignment of a post, over and over. Every method answers the sum of the answers; the twins are
 * in {@code ffi.rs}.
 */
final class Queries {
    private Queries() {}

    /** From the generated constant. The fence keeps the JIT from multiplying instead. */
    static long size(int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            VarHandle.acquireFence();
            sum += Post.SIZE;
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
    static long alignment(int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            VarHandle.acquireFence();
            sum += Post.ALIGNMENT;
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
