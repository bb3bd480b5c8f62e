package dev.proto2ffi.benchmarks.calls;

import bench.ffi.BinaryOp;
import bench.ffi.Calculator;
import bench.ffi.Result;
import dev.proto2ffi.runtime.StructPool;

/**
 * The trips of {@link CallTrips} through a client in a {@code static final} field, which is a constant to the JIT. Loops of
 * their own, since the others may be compiled for any client.
 */
final class ConstantClient {
    private static final Calculator CALCULATOR = Calculator.load(MeasuredServer.library());

    private ConstantClient() {}

    static long critical(BinaryOp request, Result response, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            CALCULATOR.add(request.a(i).b(1), response);
            sum += response.value();
        }
        return sum;
    }

    static long ordinary(BinaryOp request, Result response, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            CALCULATOR.addOrdinary(request.a(i).b(1), response);
            sum += response.value();
        }
        return sum;
    }

    /** The structs come from pools and go back there for each trip. */
    static long criticalPooled(StructPool<BinaryOp> requests, StructPool<Result> responses, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            BinaryOp request = requests.acquire();
            Result response = responses.acquire();
            CALCULATOR.add(request.a(i).b(1), response);
            sum += response.value();
            responses.release(response);
            requests.release(request);
        }
        return sum;
    }

    /** The same by ordinary calls. */
    static long ordinaryPooled(StructPool<BinaryOp> requests, StructPool<Result> responses, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            BinaryOp request = requests.acquire();
            Result response = responses.acquire();
            CALCULATOR.addOrdinary(request.a(i).b(1), response);
            sum += response.value();
            responses.release(response);
            requests.release(request);
        }
        return sum;
    }
}
