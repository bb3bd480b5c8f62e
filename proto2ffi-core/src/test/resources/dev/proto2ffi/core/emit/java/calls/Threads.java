import calc.ffi.BinaryOp;
import calc.ffi.Calculator;
import calc.ffi.Report;
import calc.ffi.Result;
import dev.proto2ffi.runtime.NativeCallException;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import money.ffi.Amount;

/**
 * Eight threads at once call {@code calculator.c} in every shape that has no state, and through it each other's Java, and
 * check each answer. Prints the number of calls.
 */
@SuppressWarnings("deprecation")
final class Threads {
    private static final int THREADS = 8;

    private final Calculator calculator;
    private final long end;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Threads(Calculator calculator, long seconds) {
        this.calculator = calculator;
        this.end = System.nanoTime() + seconds * 1_000_000_000L;
    }

    /** @param arguments the library, and for how many seconds */
    public static void main(String[] arguments) throws InterruptedException {
        NativeLibrary library = NativeLibrary.load(Path.of(arguments[0]));
        Threads threads = new Threads(Calculator.load(library), Long.parseLong(arguments[1]));
        try (Arena arena = Arena.ofShared()) {
            Calculator.offer(threads.new Nested(), arena, library);
            threads.run();
        }
        if (threads.failure.get() != null) {
            throw new AssertionError(threads.failure.get());
        }
        System.out.println(threads.calls + " calls");
    }

    /** C answers {@code Exchange} by calling this, which calls C again. */
    private final class Nested extends JavaCalculator {
        @Override
        public void exchange(Amount request, Amount.Rate response) {
            try (Arena arena = Arena.ofConfined()) {
                BinaryOp op = BinaryOp.allocate(arena).left(request.cents()).right(request.cents() % 3);
                Result result = Result.allocate(arena);
                calculator.divide(op, result);
                response.factor(result.value());
            }
        }
    }

    private void run() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            SplittableRandom random = new SplittableRandom(number);
            Thread thread = new Thread(() -> work(random));
            thread.setUncaughtExceptionHandler((dying, e) -> failure.compareAndSet(null, e));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work(SplittableRandom random) {
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            long made = 0;
            while (System.nanoTime() < end && failure.get() == null) {
                scratch.reset();
                one(random, scratch);
                made++;
            }
            calls.addAndGet(made);
        }
    }

    private void one(SplittableRandom random, SegmentAllocator memory) {
        long left = random.nextLong(1, 1_000_000);
        long right = random.nextLong(1, 1_000);
        BinaryOp op = BinaryOp.allocate(memory).left(left).right(right);
        Result result = Result.allocate(memory);
        switch (random.nextInt(7)) {
            case 0 -> {
                calculator.add(op, result);
                expect(result.value(), left + right);
            }
            case 1 -> {
                calculator.divide(op, result);
                expect(result.value(), left / right);
            }
            case 2 -> fails(3, "division by zero", () -> calculator.divide(op.right(0), result));
            case 3 -> {
                StructArray<BinaryOp> ops = BinaryOp.allocateArray(memory, 1_500);
                StructArray<Result> results = Result.allocateArray(memory, 1_500);
                ops.forEach(each -> each.left(left).right(right));
                calculator.addBatch(ops, results);
                expect(results.get(1_499).value(), left + right);
            }
            case 4 -> {
                Report report = Report.allocate(memory);
                calculator.describe(op, report, memory);
                if (!report.text().equals(left + " and " + right)) {
                    throw new AssertionError(report.text());
                }
            }
            case 5 -> {
                long[] sum = new long[1];
                BinaryOp divisor = BinaryOp.allocate(memory);
                calculator.divisors(op.left(28), item -> {
                    calculator.add(divisor.right(item.value()), result);
                    sum[0] += result.value();
                });
                expect(sum[0], 56);
            }
            default -> {
                Amount amount = Amount.allocate(memory).cents(left + 1); // C passes one less on, and adds 1
                Amount.Rate rate = Amount.Rate.allocate(memory);
                if (left % 3 == 0) {
                    fails(3, "division by zero", () -> calculator.exchange(amount, rate));
                } else {
                    calculator.exchange(amount, rate);
                    expect((long) rate.factor(), left / (left % 3) + 1);
                }
            }
        }
    }

    private static void fails(int code, String message, Runnable call) {
        try {
            call.run();
        } catch (NativeCallException e) {
            if (e.code() != code || !e.getMessage().contains(message)) {
                throw e;
            }
            return;
        }
        throw new AssertionError("it didn't fail: " + message);
    }

    private static void expect(long actual, long expected) {
        if (actual != expected) {
            throw new AssertionError(actual + " instead of " + expected);
        }
    }
}
