package dev.proto2ffi.examples.calculator;

import calc.ffi.BinaryOp;
import calc.ffi.Calculator;
import calc.ffi.Failure;
import calc.ffi.Result;
import dev.proto2ffi.runtime.NativeCallException;
import java.util.function.LongBinaryOperator;

/** The calculator in Java, for native code to call. It inherits its batches: a loop over the single call. */
final class JavaCalculator implements Calculator {
    @Override
    public void add(BinaryOp request, Result response) {
        answer(request, response, Math::addExact);
    }

    @Override
    public void subtract(BinaryOp request, Result response) {
        answer(request, response, Math::subtractExact);
    }

    @Override
    public void multiply(BinaryOp request, Result response) {
        answer(request, response, Math::multiplyExact);
    }

    @Override
    public void divide(BinaryOp request, Result response) {
        if (request.right() == 0) {
            throw new NativeCallException(Failure.DIVISION_BY_ZERO.number(), "division by zero");
        }
        answer(request, response, Math::divideExact);
    }

    /** What is thrown here is the error that native callers get. */
    private static void answer(BinaryOp request, Result response, LongBinaryOperator exact) {
        try {
            response.value(exact.applyAsLong(request.left(), request.right()));
        } catch (ArithmeticException e) {
            throw new NativeCallException(Failure.OVERFLOW.number(), "the result doesn't fit in 64 bits", e);
        }
    }
}
