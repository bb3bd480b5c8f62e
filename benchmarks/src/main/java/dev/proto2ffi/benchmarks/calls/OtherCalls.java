package dev.proto2ffi.benchmarks.calls;

import bench.ffi.BinaryOp;
import bench.ffi.Calculator;
import bench.ffi.Result;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;

/**
 * Calls with memory of every kind. In a program that calls with one kind alone, the shared code of calls would be compiled
 * for that one.
 */
final class OtherCalls {
    private OtherCalls() {}

    /** Some calls of each kind; the sum of what was read. */
    static long use(Calculator calculator, int trips) {
        long sum = 0;
        try (Arena confined = Arena.ofConfined();
                Arena shared = Arena.ofShared()) {
            for (Arena arena : new Arena[] {confined, shared, Arena.ofAuto()}) {
                StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 10);
                StructArray<Result> responses = Result.allocateArray(arena, 10);
                sum += CallTrips.critical(calculator, requests.get(0), responses.get(0), trips);
                sum += CallTrips.ordinary(calculator, requests.get(1), responses.get(1), trips);
                sum += CallTrips.batch(calculator, requests, responses, trips);
                sum += CallTrips.batchOrdinary(calculator, requests, responses, trips);
            }
        }
        return sum;
    }
}
