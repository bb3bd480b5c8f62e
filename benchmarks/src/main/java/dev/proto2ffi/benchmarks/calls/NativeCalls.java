package dev.proto2ffi.benchmarks.calls;

import bench.ffi.BinaryOp;
import bench.ffi.Result;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The native twins of {@link CallTrips}, in {@code calls.c} and {@code calls.rs}: the functions of the same library, called
 * through pointers. Each method is one critical call for all trips.
 */
final class NativeCalls {
    private final NativeLibrary code;
    private final MethodHandle trips;
    private final MethodHandle failing;
    private final MethodHandle loop;
    private final MethodHandle stream;
    private final MethodHandle inRegisters;

    /** Those in {@code c} or {@code rust}. */
    NativeCalls(String language) {
        code = MeasuredServer.library(language);
        trips = function("bench_calls_trips", 4);
        failing = function("bench_calls_failing", 4);
        loop = function("bench_calls_loop", 4);
        stream = function("bench_calls_stream", 2);
        inRegisters = function("bench_calls_in_registers", 2);
    }

    long trips(BinaryOp request, Result response, long count) throws Throwable {
        long add = address("bench_Calculator_Add");
        return (long) trips.invokeExact(add, request.structAddress(), response.structAddress(), count);
    }

    long failing(BinaryOp request, Result response, long count) throws Throwable {
        long divide = address("bench_Calculator_Divide");
        return (long) failing.invokeExact(divide, request.structAddress(), response.structAddress(), count);
    }

    /** What a batch does, as a loop without calls. */
    long loop(StructArray<BinaryOp> requests, StructArray<Result> responses, long passes) throws Throwable {
        return (long) loop.invokeExact(
                requests.segment().address(), responses.segment().address(), requests.length(), passes);
    }

    long stream(long count) throws Throwable {
        long function = address("bench_Calculator_Count");
        return (long) stream.invokeExact(function, count);
    }

    long inRegisters(long count) throws Throwable {
        long add = address("bench_calls_add");
        return (long) inRegisters.invokeExact(add, count);
    }

    private long address(String symbol) {
        return code.symbol(symbol).address();
    }

    private MethodHandle function(String name, int arguments) {
        FunctionDescriptor descriptor = FunctionDescriptor.of(ValueLayout.JAVA_LONG);
        for (int i = 0; i < arguments; i++) {
            descriptor = descriptor.appendArgumentLayouts(ValueLayout.JAVA_LONG);
        }
        return code.function(name, descriptor, Linker.Option.critical(false));
    }
}
