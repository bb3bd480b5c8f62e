package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The twins in {@code ffi.rs}: Rust calls the functions of {@code ffi.c} through pointers. Each method is one call for all
 * trips, and answers the sum of what came back.
 */
final class RustCalls {
    private static final MethodHandle QUERY = twin("bench_ffi_query", 2);
    private static final MethodHandle CONSTANT_SIZE = twin("bench_ffi_constant_size", 2);
    private static final MethodHandle CONSTANT_ALIGNMENT = twin("bench_ffi_constant_alignment", 2);
    private static final MethodHandle ROUND_TRIPS = twin("bench_ffi_round_trips", 5);
    private static final MethodHandle BY_VALUE = twin("bench_ffi_by_value", 2);
    private static final MethodHandle BY_POINTER = twin("bench_ffi_by_pointer", 2);

    /** Ordinary, for what it calls may be Java. */
    private static final MethodHandle CALL_BACK = NativeCode.ordinary(NativeCode.rust(), "bench_ffi_call_back", 2);

    // Looked up once: a look-up takes longer than many calls.
    private static final long SIZE = Functions.address("bench_ffi_size");
    private static final long ALIGNMENT = Functions.address("bench_ffi_alignment");
    private static final long ADD_VALUE = Functions.address("bench_ffi_add_value");
    private static final long ADD_POINTER = Functions.address("bench_ffi_add_pointer");
    private static final long ADD_NUMBERS = Functions.address("bench_ffi_add_numbers");

    private RustCalls() {}

    static long size(long trips) throws Throwable {
        return (long) QUERY.invokeExact(SIZE, trips);
    }

    static long alignment(long trips) throws Throwable {
        return (long) QUERY.invokeExact(ALIGNMENT, trips);
    }

    /** Without a call; as {@link Queries#size}. */
    static long constantSize(long zero, long trips) throws Throwable {
        return (long) CONSTANT_SIZE.invokeExact(zero, trips);
    }

    /** Without a call; as {@link Queries#alignment}. */
    static long constantAlignment(long zero, long trips) throws Throwable {
        return (long) CONSTANT_ALIGNMENT.invokeExact(zero, trips);
    }

    /** Of the struct that the function at this address takes; {@code text} is native memory without a NUL. */
    static long roundTrips(long bytes, long function, MemorySegment text, long trips) throws Throwable {
        return (long) ROUND_TRIPS.invokeExact(bytes, function, text.address(), text.byteSize(), trips);
    }

    static long byValue(long trips) throws Throwable {
        return (long) BY_VALUE.invokeExact(ADD_VALUE, trips);
    }

    static long byPointer(long trips) throws Throwable {
        return (long) BY_POINTER.invokeExact(ADD_POINTER, trips);
    }

    /** Calls a function of two numbers that is at this address. */
    static long callBack(long function, long trips) throws Throwable {
        return (long) CALL_BACK.invokeExact(function, trips);
    }

    /** The same with a function in C. */
    static long callBackNative(long trips) throws Throwable {
        return (long) CALL_BACK.invokeExact(ADD_NUMBERS, trips);
    }

    private static MethodHandle twin(String function, int arguments) {
        return NativeCode.critical(NativeCode.rust(), function, arguments);
    }
}
