package dev.proto2ffi.runtime.calc;

import dev.proto2ffi.runtime.NativeCallException;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.util.function.Consumer;

/** A server in Java. Tests override what they want otherwise. */
public class JavaCalculator implements Calculator {
    private long pushed;

    @Override
    public void add(BinaryOp request, Result response) {
        response.value(Math.addExact(request.left(), request.right()));
    }

    @Override
    public void divide(BinaryOp request, Result response) {
        if (request.right() == 0) {
            throw new NativeCallException(3, "division by zero: \u221e");
        }
        response.value(request.left() / request.right());
    }

    @Override
    public void history(Query request, Consumer<? super Result> items) {
        Result item = Result.allocate(Arena.ofAuto());
        for (int i = 0; i < request.count(); i++) {
            items.accept(item.value(i));
        }
    }

    @Override
    public void build(Text request, Text response, SegmentAllocator allocator) {
        response.text(allocator, "Hello " + request.text());
    }

    @Override
    public void push(BinaryOp request) {
        pushed += request.left();
    }

    @Override
    public void reset() {
        pushed = 0;
    }

    @Override
    public void stop(Result response) {
        response.value(pushed);
    }

    @Override
    public void ticks(Runnable items) {
        for (int i = 0; i < 3; i++) {
            items.run();
        }
    }
}
