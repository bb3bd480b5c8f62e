import calc.ffi.BinaryOp;
import calc.ffi.Calculator;
import calc.ffi.Report;
import calc.ffi.Result;
import dev.proto2ffi.runtime.NativeCallException;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.util.function.Consumer;
import money.ffi.Amount;

/** The service in Java, as {@code calculator.c} checks it. Batches are left to the interface. */
@SuppressWarnings("deprecation")
class JavaCalculator implements Calculator {
    private long stored;
    private boolean forgotten;

    @Override
    public void add(BinaryOp request, Result response) {
        response.value(request.left() + request.right());
    }

    @Override
    public void divide(BinaryOp request, Result response) {
        if (request.left() < 0) {
            throw new ArithmeticException("of all things");
        }
        if (request.right() == 0) {
            throw new NativeCallException(3, "nothing divides by zero");
        }
        response.value(request.left() / request.right());
    }

    @Override
    public void divisors(BinaryOp request, Consumer<? super Result> items) {
        try (Arena arena = Arena.ofConfined()) {
            Result item = Result.allocate(arena);
            for (long i = 1; i <= request.left(); i++) {
                if (request.left() % i == 0) {
                    items.accept(item.value(i));
                }
            }
        }
    }

    @Override
    public void describe(BinaryOp request, Report response, SegmentAllocator allocator) {
        response.text(allocator, request.left() + ", " + request.right());
        response.allocateResults(allocator, 2);
        response.results(0).value(request.left());
        response.results(1).value(request.right());
    }

    @Override
    public void latest(Report response, SegmentAllocator allocator) {
        response.text(allocator, "late");
    }

    @Override
    public void store(Result request) {
        stored = request.value();
    }

    @Override
    public void keep(Result request) {
        stored = request.value();
    }

    @Override
    public void recall(Result response) {
        response.value(stored);
    }

    @Override
    public void load_(Result response) {
        response.value(stored);
    }

    @Override
    public void reset() {
        stored = 0;
    }

    @Override
    public void forget() {
        if (forgotten) {
            throw new NativeCallException(6, "forgot already");
        }
        forgotten = true;
        forget();
    }

    @Override
    public void ticks(Result request, Runnable items) {
        for (long i = 0; i < request.value(); i++) {
            items.run();
        }
    }

    @Override
    public void clock(Runnable items) {
        items.run();
        items.run();
    }

    @Override
    public void stored(Consumer<? super Report> items) {
        try (Arena arena = Arena.ofConfined()) {
            Report item = Report.allocate(arena).text(arena, "four");
            item.allocateResults(arena, 1);
            items.accept(item);
        }
    }

    @Override
    public void exchange(Amount request, Amount.Rate response) {
        response.factor(1);
    }
}
