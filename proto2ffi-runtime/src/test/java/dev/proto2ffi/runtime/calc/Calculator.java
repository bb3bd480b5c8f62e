package dev.proto2ffi.runtime.calc;

import dev.proto2ffi.runtime.Batches;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.ServiceTable;
import dev.proto2ffi.runtime.ServiceType;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.util.function.Consumer;

/** A service with an rpc of each form. Written by hand, as the model of what the Java emitter prints. */
@SuppressWarnings("NullAway") // items without fields are null
public interface Calculator {
    ServiceType<Calculator> SERVICE = ServiceType.<Calculator>describe(
                    "calc.Calculator", "calc_Calculator", 0xC0FFEE0123456789L, () -> CalculatorClient.TEXT)
            .symbols("calc_Calculator_service", "calc_Calculator_accept", "calc_Calculator_accepts")
            .batchRpc(
                    "Add",
                    "calc_Calculator_Add",
                    "calc_Calculator_Add_batch",
                    BinaryOp.TYPE,
                    Result.TYPE,
                    (server, request, response, allocator) -> server.add(request, response),
                    (server, requests, responses, count, allocator) -> server.addBatch(requests, responses))
            .batchRpc(
                    "Divide",
                    "calc_Calculator_Divide",
                    "calc_Calculator_Divide_batch",
                    BinaryOp.TYPE,
                    Result.TYPE,
                    (server, request, response, allocator) -> server.divide(request, response),
                    (server, requests, responses, count, allocator) -> server.divideBatch(requests, responses))
            .streamingRpc(
                    "History",
                    "calc_Calculator_History",
                    Query.TYPE,
                    Result.TYPE,
                    (server, request, items) -> server.history(request, items))
            .batchRpc(
                    "Build",
                    "calc_Calculator_Build",
                    "calc_Calculator_Build_batch",
                    Text.TYPE,
                    Text.TYPE,
                    (server, request, response, allocator) -> server.build(request, response, allocator),
                    (server, requests, responses, count, allocator) ->
                            server.buildBatch(requests, responses, allocator))
            .batchRpc(
                    "Push",
                    "calc_Calculator_Push",
                    "calc_Calculator_Push_batch",
                    BinaryOp.TYPE,
                    null,
                    (server, request, response, allocator) -> server.push(request),
                    (server, requests, responses, count, allocator) -> server.pushBatch(requests))
            .batchRpc(
                    "Reset",
                    "calc_Calculator_Reset",
                    "calc_Calculator_Reset_batch",
                    null,
                    null,
                    (server, request, response, allocator) -> server.reset(),
                    (server, requests, responses, count, allocator) -> server.resetBatch(count))
            .rpc(
                    "Stop",
                    "calc_Calculator_Stop",
                    null,
                    Result.TYPE,
                    (server, request, response, allocator) -> server.stop(response))
            .streamingRpc(
                    "Ticks",
                    "calc_Calculator_Ticks",
                    null,
                    null,
                    (server, request, items) -> server.ticks(() -> items.accept(null)))
            .build();

    void add(BinaryOp request, Result response);

    default void addBatch(StructArray<BinaryOp> requests, StructArray<Result> responses) {
        Batches.each(requests, responses, this::add);
    }

    void divide(BinaryOp request, Result response);

    default void divideBatch(StructArray<BinaryOp> requests, StructArray<Result> responses) {
        Batches.each(requests, responses, this::divide);
    }

    void history(Query request, Consumer<? super Result> items);

    void build(Text request, Text response, SegmentAllocator allocator);

    default void buildBatch(StructArray<Text> requests, StructArray<Text> responses, SegmentAllocator allocator) {
        Batches.each(requests, responses, (request, response) -> build(request, response, allocator));
    }

    void push(BinaryOp request);

    default void pushBatch(StructArray<BinaryOp> requests) {
        Batches.each(requests, this::push);
    }

    void reset();

    default void resetBatch(long count) {
        Batches.times(count, this::reset);
    }

    void stop(Result response);

    void ticks(Runnable items);

    static Calculator load(NativeLibrary library) {
        return CalculatorClient.of(SERVICE.bind(library));
    }

    static ServiceTable upcalls(Calculator implementation, Arena arena) {
        return SERVICE.upcalls(implementation, arena);
    }

    static void offer(Calculator implementation, Arena arena, NativeLibrary library) {
        SERVICE.offer(implementation, arena, library);
    }
}
