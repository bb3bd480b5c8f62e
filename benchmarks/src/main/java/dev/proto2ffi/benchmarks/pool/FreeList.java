package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.benchmarks.harness.Libraries;
import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A native pool of reactions for one thread, in {@code memory.c} or {@code memory.rs}. Its trips are one critical call,
 * so that the call itself vanishes beside them.
 */
public final class FreeList implements AutoCloseable {
    private final long pool;
    private final MethodHandle delete;
    private final MethodHandle trips;
    private final MethodHandle tripsZeroed;

    /**
     * @param library that of C, {@code bench_c}, or that of Rust, {@code bench_rust}
     * @param capacity reactions in its slab
     */
    public FreeList(String library, int capacity) throws Throwable {
        this(library, "bench_pool", capacity);
    }

    private FreeList(String library, String prefix, int capacity) throws Throwable {
        NativeLibrary code = Libraries.load(library);
        FunctionDescriptor oneNumber = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
        FunctionDescriptor work = oneNumber.appendArgumentLayouts(ValueLayout.JAVA_LONG);
        this.delete = code.function(prefix + "_delete", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));
        this.trips = code.function(prefix + "_trips", work, Linker.Option.critical(false));
        this.tripsZeroed = code.function(prefix + "_trips_zeroed", work, Linker.Option.critical(false));
        this.pool = (long) code.function(prefix + "_new", oneNumber).invokeExact((long) capacity);
        if (pool == 0) {
            throw new OutOfMemoryError(library + ": a slab of " + capacity + " reactions");
        }
    }

    /** The one in Rust that checks what the pools in Java check: thread, pool, double release, use after release. */
    public static FreeList checked(int capacity) throws Throwable {
        return new FreeList("bench_rust", "bench_checked_pool", capacity);
    }

    /** As {@link PoolTrips#pool}; the sum of what was read. */
    public long trips(long count) throws Throwable {
        return (long) trips.invokeExact(pool, count);
    }

    /** The same, each reaction cleared when it is acquired. */
    public long tripsZeroed(long count) throws Throwable {
        return (long) tripsZeroed.invokeExact(pool, count);
    }

    @Override
    public void close() {
        try {
            delete.invokeExact(pool);
        } catch (Throwable e) {
            throw new IllegalStateException("the native pool couldn't be freed", e);
        }
    }
}
