import calc.ffi.BinaryOp;
import calc.ffi.Calculator;
import calc.ffi.Report;
import calc.ffi.Result;
import calc.ffi.Second;
import dev.proto2ffi.runtime.NativeCallException;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.ServiceTable;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import money.ffi.Amount;

/** Calls {@code calculator.c} in every shape, and lets it call {@code JavaCalculator}. Prints the number of checks. */
@SuppressWarnings("deprecation")
final class Calls {
    private final NativeLibrary library;
    private final Calculator calculator;

    private Calls(NativeLibrary library) {
        this.library = library;
        this.calculator = Calculator.load(library);
    }

    /** @param arguments the library */
    public static void main(String[] arguments) throws Throwable {
        Calls calls = new Calls(NativeLibrary.load(Path.of(arguments[0])));
        try (Arena arena = Arena.ofConfined()) {
            calls.singles(arena);
            calls.batches(arena);
            calls.pointers(arena);
            calls.streams(arena);
            calls.upcalls(arena);
            calls.reentrancy(arena);
        }
        calls.closing();
        System.out.println(Check.count + " checks");
    }

    private static NativeCallException failure(int code, String message, Runnable call) {
        try {
            call.run();
        } catch (NativeCallException e) {
            Check.equal(e.code(), code);
            Check.equal(e.getMessage().contains(message) ? message : e.getMessage(), message);
            return e;
        }
        throw new AssertionError("it didn't fail: " + message);
    }

    private void singles(Arena arena) {
        BinaryOp op = BinaryOp.allocate(arena).left(42).right(6);
        Result result = Result.allocate(arena);
        calculator.add(op, result);
        Check.equal(result.value(), 48L);
        calculator.divide(op, result);
        Check.equal(result.value(), 7L);
        op.right(0);
        failure(3, "calc.Calculator.Divide: division by zero (code 3)", () -> calculator.divide(op, result));
        calculator.store(result.value(5));
        failure(9, "calc.Calculator.Store: -1 is negative (code 9)", () -> calculator.store(result.value(-1)));
        calculator.recall(result);
        Check.equal(result.value(), 5L);
        calculator.keep(result);
        calculator.load_(result.value(0));
        Check.equal(result.value(), 5L);
        calculator.reset();
        calculator.forget();
        calculator.forget();
        failure(33, "calc.Calculator.Forget: ", calculator::forget);
        Result negated = Result.allocate(arena);
        Second.load(library).negate(result, negated);
        Check.equal(negated.value(), -5L);
    }

    private void batches(Arena arena) {
        int count = 3_000;
        StructArray<BinaryOp> ops = BinaryOp.allocateArray(arena, count);
        StructArray<Result> results = Result.allocateArray(arena, count);
        for (int i = 0; i < count; i++) {
            ops.get(i).left(i * 10L).right(i == 2_500 ? 0 : 10);
        }
        calculator.addBatch(ops, results);
        Check.equal(results.get(2_999).value(), 30_000L);
        NativeCallException failed =
                failure(3, "division by zero", () -> calculator.divideBatch(ops, results));
        Check.equal(failed.index(), 2_500L);
        Check.equal(results.get(2_499).value(), 2_499L);
        Check.equal(results.get(2_500).value(), 25_000L);
        calculator.storeBatch(results.subArray(0, 3));
        calculator.recallBatch(results.subArray(0, 2));
        Check.equal(results.get(1).value(), 3L);
        calculator.keepBatch(results.subArray(0, 1));
        calculator.loadBatch(results.subArray(4, 6));
        Check.equal(results.get(5).value(), 3L);
        calculator.resetBatch(4_000);
        calculator.forgetBatch(10);
        Check.refuses(
                IllegalArgumentException.class, "", () -> calculator.addBatch(ops, results.subArray(0, 1)));
    }

    private void pointers(Arena arena) {
        BinaryOp op = BinaryOp.allocate(arena).left(7).right(8);
        Report report = Report.allocate(arena);
        calculator.describe(op, report, arena);
        Check.equal(report.text(), "7 and 8");
        Check.equal(report.results(1).value(), 8L);
        calculator.latest(report, arena);
        Check.equal(report.text(), "latest");
        StructArray<BinaryOp> ops = BinaryOp.allocateArray(arena, 2);
        StructArray<Report> reports = Report.allocateArray(arena, 2);
        calculator.describeBatch(ops, reports, arena);
        Check.equal(reports.get(1).text(), "0 and 0");
        calculator.latestBatch(reports, arena);
        Check.equal(reports.get(1).text(), "latest");
        NativeCallException failed = failure(
                NativeCallException.OUT_OF_MEMORY,
                "no memory",
                () -> calculator.describe(op, report, (size, alignment) -> {
                    throw new IllegalStateException("closed for today");
                }));
        Check.equal(String.valueOf(failed.getCause()), "java.lang.IllegalStateException: closed for today");
    }

    private void streams(Arena arena) {
        BinaryOp op = BinaryOp.allocate(arena).left(12);
        List<Long> divisors = new ArrayList<>();
        calculator.divisors(op, item -> divisors.add(item.value()));
        Check.equal(divisors, List.of(1L, 2L, 3L, 4L, 6L, 12L));
        Check.refuses(UnsupportedOperationException.class, "enough", () -> calculator.divisors(op, item -> {
            throw new UnsupportedOperationException("enough");
        }));
        int[] ticks = new int[1];
        calculator.ticks(Result.allocate(arena).value(4), () -> ticks[0]++);
        calculator.clock(() -> ticks[0]++);
        Check.equal(ticks[0], 7);
        calculator.stored(report -> {
            Check.equal(report.text(), "stored and resets");
            Check.equal(report.results(1).value(), 4_001L);
            ticks[0]++;
        });
        Check.equal(ticks[0], 8);
    }

    private int line(String function, MemorySegment table) throws Throwable {
        FunctionDescriptor descriptor = table == MemorySegment.NULL
                ? FunctionDescriptor.of(ValueLayout.JAVA_INT)
                : FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        MethodHandle handle = library.function(function, descriptor);
        return table == MemorySegment.NULL ? (int) handle.invokeExact() : (int) handle.invokeExact(table);
    }

    /** Native code says at which of its lines something was wrong. */
    private void upcalls(Arena arena) throws Throwable {
        ServiceTable table = Calculator.upcalls(new JavaCalculator(), arena);
        Check.equal(line("check_table", table.segment()), 0);
        Calculator.offer(new JavaCalculator(), arena, library);
        Check.equal(line("check_given", MemorySegment.NULL), 0);
        Check.equal(line("check_threads", MemorySegment.NULL), 0);
        Calculator bound = calculator;
        Calculator.offer(bound, arena, library);
        BinaryOp op = BinaryOp.allocate(arena).left(1).right(2);
        Result result = Result.allocate(arena);
        calculator.add(op, result);
        Check.equal(result.value(), 3L);
    }

    /** Java calls C, which calls Java, which calls C, and so on. */
    private void reentrancy(Arena arena) {
        IllegalStateException tired = new IllegalStateException("tired of it");
        Calculator.offer(new JavaCalculator() {
            @Override
            public void exchange(Amount request, Amount.Rate response) {
                if (request.cents() < 0) {
                    throw tired;
                }
                calculator.exchange(request, response);
                response.factor(response.factor() + 1);
            }
        }, arena, library);
        Amount amount = Amount.allocate(arena).cents(50);
        Amount.Rate rate = Amount.Rate.allocate(arena);
        calculator.exchange(amount, rate);
        Check.equal(rate.factor(), 101.0);
        NativeCallException failed = failure(
                NativeCallException.EXCEPTION, "tired of it", () -> calculator.exchange(amount.cents(-5), rate));
        Check.equal(failed.getCause(), tired);
    }

    private void closing() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            Calculator.offer(new JavaCalculator(), arena, library);
        }
        Check.equal(line("check_closed", MemorySegment.NULL), 0);
    }
}
