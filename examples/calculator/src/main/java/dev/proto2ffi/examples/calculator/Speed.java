package dev.proto2ffi.examples.calculator;

import calc.ffi.BinaryOp;
import calc.ffi.Calculator;
import calc.ffi.Result;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.util.SplittableRandom;

/**
 * How long an operation takes, in nanoseconds: the fastest of some rounds, for other programs disturb the rest. A JMH
 * benchmark would do it better; this shows the order of magnitude.
 *
 * @param single one call for each operation
 * @param batch a call for 1,000 operations
 * @param largeBatch a call for 1,000,000 operations
 */
record Speed(double single, double batch, double largeBatch) {
    private static final int BATCH = 1_000;
    private static final int LARGE_BATCH = 1_000_000;
    /** Of rounds, for one number. */
    private static final long NANOS = 100_000_000;

    /** Calls an operation with so many numbers, in native memory that they stay in. */
    private static final class Run {
        private final Operation operation;
        private final StructArray<BinaryOp> requests;
        private final StructArray<Result> responses;

        Run(Arena arena, Operation operation, int count) {
            this.operation = operation;
            requests = BinaryOp.allocateArray(arena, count);
            responses = Result.allocateArray(arena, count);
            SplittableRandom random = new SplittableRandom(count);
            for (BinaryOp request : requests) {
                request.left(random.nextLong(-1_000_000_000, 1_000_000_000)).right(random.nextLong(1, 1_000_000_000));
            }
        }

        /** Nanoseconds for each operation, in the fastest round; a round is some calls of the body. */
        double time(Runnable body, int calls) {
            long fastest = Long.MAX_VALUE;
            long end = System.nanoTime() + NANOS;
            while (fastest == Long.MAX_VALUE || System.nanoTime() < end) {
                responses.clear();
                long start = System.nanoTime();
                for (int i = 0; i < calls; i++) {
                    body.run();
                }
                fastest = Math.min(fastest, System.nanoTime() - start);
                check();
            }
            return (double) fastest / calls / requests.length();
        }

        private void check() {
            for (long i = 0; i < requests.length(); i++) {
                long left = requests.get(i).left();
                long right = requests.get(i).right();
                if (responses.get(i).value() != operation.exact(left, right)) {
                    throw new IllegalStateException(left + " " + operation.sign() + " " + right + " isn't "
                            + responses.get(i).value());
                }
            }
        }
    }

    /**
     * Measures.
     *
     * @throws IllegalStateException if a result isn't Java's
     */
    static Speed of(Operation operation, Calculator calculator) {
        try (Arena arena = Arena.ofConfined()) {
            Run few = new Run(arena, operation, BATCH);
            Run many = new Run(arena, operation, LARGE_BATCH);
            return new Speed(
                    few.time(() -> operation.callEach(calculator, few.requests, few.responses), 100),
                    few.time(() -> operation.callBatch(calculator, few.requests, few.responses), 100),
                    many.time(() -> operation.callBatch(calculator, many.requests, many.responses), 1));
        }
    }
}
