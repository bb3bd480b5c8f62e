package dev.proto2ffi.benchmarks.ladder;

import bench.ffi.BinaryOp;
import bench.ffi.Result;
import dev.proto2ffi.benchmarks.harness.Libraries;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** The twins of {@link StructAdds} in {@code ladder.rs}. Each method is one critical call for all adds. */
final class StructTwins {
    private static final NativeLibrary CODE = Libraries.load("bench_rust");
    private static final MethodHandle CALLS = function("bench_ladder_calls", 6);
    private static final MethodHandle BATCH = function("bench_ladder_batch", 5);
    private static final MethodHandle COLUMNS = function("bench_ladder_columns", 4);
    private static final long ADD = CODE.symbol("bench_Calculator_Add").address();

    private StructTwins() {}

    static long calls(BinaryOp request, Result response, Numbers numbers) throws Throwable {
        return (long) CALLS.invokeExact(
                ADD,
                numbers.nativeA().address(),
                numbers.nativeB().address(),
                (long) numbers.a().length,
                request.structAddress(),
                response.structAddress());
    }

    static long batch(StructArray<BinaryOp> requests, StructArray<Result> responses, Numbers numbers, int passes)
            throws Throwable {
        return (long) BATCH.invokeExact(
                numbers.nativeA().address(),
                numbers.nativeB().address(),
                requests.segment().address(),
                responses.segment().address(),
                (long) passes);
    }

    static long columns(Columns columns, Numbers numbers, int passes) throws Throwable {
        return (long) COLUMNS.invokeExact(
                numbers.nativeA().address(), numbers.nativeB().address(), columns.address(), (long) passes);
    }

    private static MethodHandle function(String name, int arguments) {
        MemoryLayout[] numbers = new MemoryLayout[arguments];
        Arrays.fill(numbers, ValueLayout.JAVA_LONG);
        return CODE.function(
                name, FunctionDescriptor.of(ValueLayout.JAVA_LONG, numbers), Linker.Option.critical(false));
    }
}
