package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * C's own ways to get memory, in {@code memory.c}. Each method is one critical call for many trips, so that the call
 * itself vanishes beside them, and answers the sum of what was read.
 */
public final class NativeTrips {
    private static final NativeLibrary CODE = NativeLibrary.load("bench_c", NativeTrips.class.getClassLoader());
    private static final MethodHandle MALLOC = function("bench_malloc_trips", 2);
    private static final MethodHandle MALLOC_ZEROED = function("bench_malloc_trips_zeroed", 2);
    private static final MethodHandle BUMP = function("bench_bump_trips", 4);
    private static final MethodHandle BUMP_ZEROED = function("bench_bump_trips_zeroed", 4);

    private NativeTrips() {}

    /** {@code malloc}, two writes, a read, {@code free}. */
    public static long malloc(long size, long trips) throws Throwable {
        return (long) MALLOC.invokeExact(size, trips);
    }

    /** The same with {@code memset}. */
    public static long mallocZeroed(long size, long trips) throws Throwable {
        return (long) MALLOC_ZEROED.invokeExact(size, trips);
    }

    /** Moves the top of a block up, two writes, a read, and moves it back down. */
    public static long bump(MemorySegment block, long size, long trips) throws Throwable {
        return (long) BUMP.invokeExact(block.address(), block.byteSize(), size, trips);
    }

    /** The same with {@code memset}. */
    public static long bumpZeroed(MemorySegment block, long size, long trips) throws Throwable {
        return (long) BUMP_ZEROED.invokeExact(block.address(), block.byteSize(), size, trips);
    }

    private static MethodHandle function(String name, int arguments) {
        FunctionDescriptor descriptor = FunctionDescriptor.of(ValueLayout.JAVA_LONG);
        for (int i = 0; i < arguments; i++) {
            descriptor = descriptor.appendArgumentLayouts(ValueLayout.JAVA_LONG);
        }
        return CODE.function(name, descriptor, Linker.Option.critical(false));
    }
}
