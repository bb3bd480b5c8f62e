package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A free list in Rust over structs of a size of its own, in {@code pools.rs}, for one thread. Its trips are one critical
 * call, so that the call itself vanishes beside them.
 */
public final class SizedFreeList implements AutoCloseable {
    private static final MethodHandle NEW = function("bench_pools_new", 2);
    private static final MethodHandle DELETE =
            NativeCode.rust().function("bench_pools_delete", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));
    private static final MethodHandle TRIPS_ZEROED = function("bench_pools_trips_zeroed", 2);
    private static final MethodHandle FRESH = function("bench_pools_fresh", 2);

    private final long pool;

    /**
     * @param bytes of a struct
     * @param capacity structs in its slab
     */
    public SizedFreeList(long bytes, long capacity) throws Throwable {
        pool = (long) NEW.invokeExact(bytes, capacity);
        if (pool == 0) {
            throw new IllegalArgumentException("no struct of " + bytes + " bytes");
        }
    }

    /** As {@code acquire}, two writes, a read and {@code release} of a pool that zeroes; the sum of what was read. */
    public long tripsZeroed(long count) throws Throwable {
        return (long) TRIPS_ZEROED.invokeExact(pool, count);
    }

    /** As {@link SizedPools#fresh}. */
    public static long fresh(long bytes, long capacity) throws Throwable {
        return (long) FRESH.invokeExact(bytes, capacity);
    }

    @Override
    public void close() {
        try {
            DELETE.invokeExact(pool);
        } catch (Throwable e) {
            throw new IllegalStateException("the native pool couldn't be freed", e);
        }
    }

    private static MethodHandle function(String name, int arguments) {
        return NativeCode.critical(NativeCode.rust(), name, arguments);
    }
}
