package dev.proto2ffi.examples.calculator;

import calc.ffi.BinaryOp;
import calc.ffi.Calculator;
import calc.ffi.Result;
import dev.proto2ffi.runtime.StructArray;

/** The calculator's rpcs, and what Java knows of their answers. */
enum Operation {
    ADD("+") {
        @Override
        long exact(long left, long right) {
            return Math.addExact(left, right);
        }

        @Override
        void call(Calculator calculator, BinaryOp request, Result response) {
            calculator.add(request, response);
        }

        @Override
        void callEach(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses) {
            for (long i = 0; i < requests.length(); i++) {
                calculator.add(requests.get(i), responses.get(i));
            }
        }

        @Override
        void callBatch(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses) {
            calculator.addBatch(requests, responses);
        }
    },
    SUBTRACT("-") {
        @Override
        long exact(long left, long right) {
            return Math.subtractExact(left, right);
        }

        @Override
        void call(Calculator calculator, BinaryOp request, Result response) {
            calculator.subtract(request, response);
        }

        @Override
        void callEach(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses) {
            for (long i = 0; i < requests.length(); i++) {
                calculator.subtract(requests.get(i), responses.get(i));
            }
        }

        @Override
        void callBatch(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses) {
            calculator.subtractBatch(requests, responses);
        }
    },
    MULTIPLY("*") {
        @Override
        long exact(long left, long right) {
            return Math.multiplyExact(left, right);
        }

        @Override
        void call(Calculator calculator, BinaryOp request, Result response) {
            calculator.multiply(request, response);
        }

        @Override
        void callEach(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses) {
            for (long i = 0; i < requests.length(); i++) {
                calculator.multiply(requests.get(i), responses.get(i));
            }
        }

        @Override
        void callBatch(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses) {
            calculator.multiplyBatch(requests, responses);
        }
    },
    DIVIDE("/") {
        @Override
        long exact(long left, long right) {
            return Math.divideExact(left, right);
        }

        @Override
        void call(Calculator calculator, BinaryOp request, Result response) {
            calculator.divide(request, response);
        }

        @Override
        void callEach(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses) {
            for (long i = 0; i < requests.length(); i++) {
                calculator.divide(requests.get(i), responses.get(i));
            }
        }

        @Override
        void callBatch(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses) {
            calculator.divideBatch(requests, responses);
        }
    };

    private final String sign;

    Operation(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /**
     * The answer by Java.
     *
     * @throws ArithmeticException if there is none
     */
    abstract long exact(long left, long right);

    /** One call. */
    abstract void call(Calculator calculator, BinaryOp request, Result response);

    /** One call for each request. Each operation has a loop of its own, so that the JIT compiles it for that operation. */
    abstract void callEach(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses);

    /** One call for all. */
    abstract void callBatch(Calculator calculator, StructArray<BinaryOp> requests, StructArray<Result> responses);
}
