package dev.proto2ffi.runtime;

import com.sun.management.ThreadMXBean;
import dev.proto2ffi.runtime.calc.BinaryOp;
import dev.proto2ffi.runtime.calc.Calculator;
import dev.proto2ffi.runtime.calc.Result;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** The program of {@link CallGarbageTest}: makes calls, and prints how many bytes of garbage each leaves. */
final class CallRounds {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 200_000;

    /** Measurements until the JIT must be done. */
    private static final int PATIENCE = 50;

    private static final Calculator CALCULATOR =
            Calculator.load(NativeLibrary.load(Path.of(System.getProperty("calc"))));

    private CallRounds() {}

    /** What a round does. */
    enum Kind {
        CRITICAL,
        ORDINARY,
        CRITICAL_SHARED,
        ORDINARY_SHARED,
        BATCH,
        CRITICAL_BATCH,
        /** To see that the measurement sees something. */
        FAILING
    }

    public static void main(String[] arguments) {
        Kind kind = Kind.valueOf(arguments[0]);
        boolean shared = kind == Kind.CRITICAL_SHARED || kind == Kind.ORDINARY_SHARED;
        double bytes = Double.MAX_VALUE;
        try (Arena arena = Arena.ofConfined();
                StructPool<BinaryOp> ops =
                        shared ? StructPool.ofShared(BinaryOp.TYPE) : StructPool.ofConfined(BinaryOp.TYPE);
                StructPool<Result> results =
                        shared ? StructPool.ofShared(Result.TYPE) : StructPool.ofConfined(Result.TYPE)) {
            StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 4);
            StructArray<Result> responses = Result.allocateArray(arena, 4);
            requests.forEach(op -> op.right(1));
            for (int i = 0; i < (kind == Kind.FAILING ? 1 : PATIENCE) && bytes >= GarbageProgram.NOTHING; i++) {
                bytes = bytesARound(kind, ops, results, requests, responses);
            }
        }
        System.out.println(bytes);
    }

    private static double bytesARound(
            Kind kind,
            StructPool<BinaryOp> ops,
            StructPool<Result> results,
            StructArray<BinaryOp> requests,
            StructArray<Result> responses) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long sum = switch (kind) {
            case CRITICAL, CRITICAL_SHARED -> adds(ops, results);
            case ORDINARY, ORDINARY_SHARED -> divisions(ops, results, 1);
            case FAILING -> divisions(ops, results, 0);
            case BATCH -> divisionBatches(requests, responses);
            case CRITICAL_BATCH -> addBatches(requests, responses);
        };
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        return sum < 0 ? -1 : (double) bytes / ROUNDS;
    }

    private static long adds(StructPool<BinaryOp> ops, StructPool<Result> results) {
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            BinaryOp request = ops.acquire().left(i).right(i);
            Result response = results.acquire();
            CALCULATOR.add(request, response);
            sum += response.value();
            ops.release(request);
            results.release(response);
        }
        return sum;
    }

    private static long divisions(StructPool<BinaryOp> ops, StructPool<Result> results, long by) {
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            BinaryOp request = ops.acquire().left(i).right(by);
            Result response = results.acquire();
            try {
                CALCULATOR.divide(request, response);
                sum += response.value();
            } catch (NativeCallException e) {
                sum += e.code();
            }
            ops.release(request);
            results.release(response);
        }
        return sum;
    }

    private static long divisionBatches(StructArray<BinaryOp> requests, StructArray<Result> responses) {
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            CALCULATOR.divideBatch(requests, responses);
            sum += responses.get(3).value();
        }
        return sum;
    }

    private static long addBatches(StructArray<BinaryOp> requests, StructArray<Result> responses) {
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            CALCULATOR.addBatch(requests, responses);
            sum += responses.get(3).value();
        }
        return sum;
    }
}
