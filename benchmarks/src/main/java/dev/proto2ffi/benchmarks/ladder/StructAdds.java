package dev.proto2ffi.benchmarks.ladder;

import bench.ffi.BinaryOp;
import bench.ffi.Calculator;
import bench.ffi.Result;
import dev.proto2ffi.benchmarks.harness.Libraries;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The adds through structs, served in Rust; each method answers the sum of the answers. The client is a constant. Requests are
 * written for each add, of a batch too, and all answers are read: as through bytes.
 */
final class StructAdds {
    private static final NativeLibrary CODE = Libraries.load("bench_rust");
    private static final Calculator CALCULATOR = Calculator.load(CODE);

    /** Columns aren't generated yet. */
    private static final MethodHandle ADD_COLUMNS = CODE.function(
            "bench_ladder_add_columns",
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG),
            Linker.Option.critical(false));

    private StructAdds() {}

    static long ordinary(BinaryOp request, Result response, long[] a, long[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            CALCULATOR.addOrdinary(request.a(a[i]).b(b[i]), response);
            sum += response.value();
        }
        return sum;
    }

    static long critical(BinaryOp request, Result response, long[] a, long[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            CALCULATOR.add(request.a(a[i]).b(b[i]), response);
            sum += response.value();
        }
        return sum;
    }

    /** One critical call for all. */
    static long batch(StructArray<BinaryOp> requests, StructArray<Result> responses, long[] a, long[] b) {
        int i = 0;
        for (BinaryOp request : requests) {
            request.a(a[i]).b(b[i]);
            i++;
        }
        CALCULATOR.addBatch(requests, responses);
        long sum = 0;
        for (Result response : responses) {
            sum += response.value();
        }
        return sum;
    }

    /** One critical call for all. */
    static long columns(Columns columns, long[] a, long[] b) {
        columns.write(a, b);
        try {
            ADD_COLUMNS.invokeExact(columns.address());
        } catch (Throwable e) {
            throw NativeEnd.failed(e);
        }
        return columns.sum();
    }
}
