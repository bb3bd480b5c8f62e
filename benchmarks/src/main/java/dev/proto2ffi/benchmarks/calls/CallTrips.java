package dev.proto2ffi.benchmarks.calls;

import bench.ffi.BinaryOp;
import bench.ffi.Calculator;
import bench.ffi.Query;
import bench.ffi.Result;
import dev.proto2ffi.runtime.NativeCallException;
import dev.proto2ffi.runtime.StructArray;

/**
 * A trip: write two numbers into the request, have them added, read the answer. Every method makes that many trips, from
 * 0, and answers the sum of what was read; the twins are in {@code calls.c} and {@code calls.rs}. The client is a value
 * that the JIT doesn't know; {@link ConstantClient} has one that it does.
 */
final class CallTrips {
    private CallTrips() {}

    static long critical(Calculator calculator, BinaryOp request, Result response, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            calculator.add(request.a(i).b(1), response);
            sum += response.value();
        }
        return sum;
    }

    static long ordinary(Calculator calculator, BinaryOp request, Result response, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            calculator.addOrdinary(request.a(i).b(1), response);
            sum += response.value();
        }
        return sum;
    }

    /** Whole batches; the last answer of the last. */
    static long batch(
            Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses, int passes) {
        for (int i = 0; i < passes; i++) {
            calculator.addBatch(requests, responses);
        }
        return responses.get(responses.length() - 1).value();
    }

    /** The same by ordinary calls. */
    static long batchOrdinary(
            Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses, int passes) {
        for (int i = 0; i < passes; i++) {
            calculator.addOrdinaryBatch(requests, responses);
        }
        return responses.get(responses.length() - 1).value();
    }

    /** Calls that fail: the sum of their codes. */
    static long failing(Calculator calculator, BinaryOp request, Result response, int trips) {
        long sum = 0;
        request.b(0);
        for (int i = 0; i < trips; i++) {
            try {
                calculator.divide(request.a(i), response);
            } catch (NativeCallException e) {
                sum += e.code();
            }
        }
        return sum;
    }

    /** One call that streams; the sum of its items. */
    static long stream(Calculator calculator, Query query, ItemSum items, int count) {
        items.sum = 0;
        calculator.count(query.count(count), items);
        return items.sum;
    }

    /** One call during which native code calls the adder in Java. */
    static long upcalls(Calculator calculator, Query query, Result response, int count) {
        calculator.drive(query.count(count), response);
        return response.value();
    }
}
