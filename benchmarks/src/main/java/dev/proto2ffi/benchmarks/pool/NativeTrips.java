package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import java.lang.invoke.MethodHandle;

/** C's own way to get memory, in {@code memory.c}: one critical call for many trips, so that the call itself vanishes. */
public final class NativeTrips {
    private static final MethodHandle MALLOC = NativeCode.critical(NativeCode.c(), "bench_malloc_trips", 2);

    private NativeTrips() {}

    /** {@code malloc}, two writes, a read, {@code free}; the sum of what was read. */
    public static long malloc(long size, long trips) throws Throwable {
        return (long) MALLOC.invokeExact(size, trips);
    }
}
