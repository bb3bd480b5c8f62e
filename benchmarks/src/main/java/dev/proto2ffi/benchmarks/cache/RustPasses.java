package dev.proto2ffi.benchmarks.cache;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import java.lang.invoke.MethodHandle;

/**
 * The loops of {@code cache.rs}. Each is one critical call for a whole pass. Addresses are those of structs, or of indexes
 * of 4 bytes, whose arena stays open.
 */
final class RustPasses {
    private static final MethodHandle REACTIONS_IN_ORDER =
            NativeCode.critical(NativeCode.rust(), "bench_pass_reactions_in_order", 3);
    private static final MethodHandle POSTS = NativeCode.critical(NativeCode.rust(), "bench_pass_posts", 2);

    private RustPasses() {}

    static long reactionsInOrder(long reactions, long order, long count) throws Throwable {
        return (long) REACTIONS_IN_ORDER.invokeExact(reactions, order, count);
    }

    static long posts(long posts, long count) throws Throwable {
        return (long) POSTS.invokeExact(posts, count);
    }
}
