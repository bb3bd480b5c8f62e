package dev.proto2ffi.benchmarks.allocation;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import java.lang.invoke.MethodHandle;

/**
 * A struct on Rust's stack and on its heap, in {@code stack.rs}. Each method is one critical call for many trips, so that
 * the call itself vanishes beside them, and answers the sum of what was read.
 */
public final class RustTrips {
    private static final MethodHandle STACK = trips("bench_stack_trips");
    private static final MethodHandle STACK_ZEROED = trips("bench_stack_trips_zeroed");
    private static final MethodHandle BOX = trips("bench_box_trips");
    private static final MethodHandle BOX_ZEROED = trips("bench_box_trips_zeroed");

    private RustTrips() {}

    /** {@code MaybeUninit::<Post>::uninit()}, two writes, a read. */
    public static long stack(long size, long trips) throws Throwable {
        return (long) STACK.invokeExact(size, trips);
    }

    /** {@code Post::new()}, two writes, a read. */
    public static long stackZeroed(long size, long trips) throws Throwable {
        return (long) STACK_ZEROED.invokeExact(size, trips);
    }

    /** {@code Box::new(MaybeUninit::<Post>::uninit())}, two writes, a read, {@code free}. */
    public static long box(long size, long trips) throws Throwable {
        return (long) BOX.invokeExact(size, trips);
    }

    /** {@code Box::new(Post::new())}, two writes, a read, {@code free}. */
    public static long boxZeroed(long size, long trips) throws Throwable {
        return (long) BOX_ZEROED.invokeExact(size, trips);
    }

    private static MethodHandle trips(String function) {
        return NativeCode.critical(NativeCode.rust(), function, 2);
    }
}
