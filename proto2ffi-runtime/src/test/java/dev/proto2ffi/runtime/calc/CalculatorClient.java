package dev.proto2ffi.runtime.calc;

import dev.proto2ffi.runtime.Downcalls;
import dev.proto2ffi.runtime.NativeFunction;
import dev.proto2ffi.runtime.ServiceFunctions;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.SegmentAllocator;
import java.util.function.Consumer;

/** The bound client. Written by hand, as the model of what the Java emitter prints. */
record CalculatorClient(
        NativeFunction addFunction,
        NativeFunction addBatchFunction,
        NativeFunction divideFunction,
        NativeFunction divideBatchFunction,
        NativeFunction historyFunction,
        NativeFunction buildFunction,
        NativeFunction buildBatchFunction,
        NativeFunction pushFunction,
        NativeFunction pushBatchFunction,
        NativeFunction resetFunction,
        NativeFunction resetBatchFunction,
        NativeFunction stopFunction,
        NativeFunction ticksFunction)
        implements Calculator {

    /** What the fingerprint would be taken of. */
    static final String TEXT = """
            service calc.Calculator
              Add calc.BinaryOp returns calc.Result critical batch
              Divide calc.BinaryOp returns calc.Result batch
              History calc.Query returns stream calc.Result
              Build calc.Text returns calc.Text batch
              Push calc.BinaryOp returns () batch
              Reset () returns () batch
              Stop () returns calc.Result
              Ticks () returns stream ()
            struct calc.BinaryOp size 16 align 8
              left int64_t at 0 size 8
              right int64_t at 8 size 8
            struct calc.Query size 8 align 4
              count int32_t at 0 size 4
              mode int32_t at 4 size 4
            struct calc.Result size 8 align 8
              value int64_t at 0 size 8
            struct calc.Text size 16 align 8
              text string* at 0 size 16
            """;

    static CalculatorClient of(ServiceFunctions functions) {
        return new CalculatorClient(
                functions.single("Add"),
                functions.batch("Add"),
                functions.single("Divide"),
                functions.batch("Divide"),
                functions.single("History"),
                functions.single("Build"),
                functions.batch("Build"),
                functions.single("Push"),
                functions.batch("Push"),
                functions.single("Reset"),
                functions.batch("Reset"),
                functions.single("Stop"),
                functions.single("Ticks"));
    }

    @Override
    public void add(BinaryOp request, Result response) {
        Downcalls.critical(addFunction, request, response);
    }

    @Override
    public void addBatch(StructArray<BinaryOp> requests, StructArray<Result> responses) {
        Downcalls.criticalBatch(addBatchFunction, requests, responses);
    }

    @Override
    public void divide(BinaryOp request, Result response) {
        Downcalls.call(divideFunction, request, response);
    }

    @Override
    public void divideBatch(StructArray<BinaryOp> requests, StructArray<Result> responses) {
        Downcalls.batch(divideBatchFunction, requests, responses);
    }

    @Override
    public void history(Query request, Consumer<? super Result> items) {
        Downcalls.stream(historyFunction, request, Result.TYPE, items);
    }

    @Override
    public void build(Text request, Text response, SegmentAllocator allocator) {
        Downcalls.callWith(buildFunction, request, response, allocator);
    }

    @Override
    public void buildBatch(StructArray<Text> requests, StructArray<Text> responses, SegmentAllocator allocator) {
        Downcalls.batchWith(buildBatchFunction, requests, responses, allocator);
    }

    @Override
    public void push(BinaryOp request) {
        Downcalls.call(pushFunction, request);
    }

    @Override
    public void pushBatch(StructArray<BinaryOp> requests) {
        Downcalls.batch(pushBatchFunction, requests);
    }

    @Override
    public void reset() {
        Downcalls.call(resetFunction);
    }

    @Override
    public void resetBatch(long count) {
        Downcalls.batch(resetBatchFunction, count);
    }

    @Override
    public void stop(Result response) {
        Downcalls.receive(stopFunction, response);
    }

    @Override
    public void ticks(Runnable items) {
        Downcalls.receiveStream(ticksFunction, items);
    }
}
