package dev.proto2ffi.runtime;

import java.lang.foreign.SegmentAllocator;
import java.lang.ref.Reference;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Calls of the native functions that serve rpcs. For generated code only.
 *
 * <p>In safe mode memory that could be closed during a call is kept open, by the JDK or, for confined pools, by
 * {@link ConfinedSlabs}: who tries to close its arena or pool meanwhile gets an IllegalStateException. In raw mode native code gets bare addresses, and the user sees to it that the
 * memory stays. Critical functions can't call back, so confined memory needs nothing in either mode.
 *
 * <p>Which messages a function has is said by the choice of the method, never by a null: that would move the arguments
 * behind it. All methods throw {@link NativeCallException} if the function fails; IllegalStateException if the memory of a message
 * was closed or given back to its pool; WrongThreadException if it belongs to another thread; and IllegalArgumentException
 * if that of a response is read-only. They may be used by all threads.
 */
@SuppressWarnings("ReachabilityFenceUsage") // a call that throws has not been made
public final class Downcalls {
    /** What a call has that isn't a batch. */
    static final long NO_BATCH = -1;

    private Downcalls() {}

    /** Calls a function without messages. */
    public static void call(NativeFunction function) {
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            code = (int) Handles.Longs1.ORDINARY.invokeExact(function.address(), slot.error);
        } catch (Throwable e) {
            throw slot.abandon(e);
        }
        slot.end(function, code, NO_BATCH);
    }

    /** Calls a function with a request and an empty response. */
    public static void call(NativeFunction function, StructView request) {
        CallSlot slot = Access.RAW ? CallSlots.begin() : CallSlots.atFirstPlace();
        if (!Access.RAW && !slot.knows(request)) {
            HeldMemoryCalls.call(function, request);
            return;
        }
        int code;
        try {
            if (Access.RAW) {
                code = (int)
                        Handles.Longs2.ORDINARY.invokeExact(function.address(), CallArguments.raw(request), slot.error);
            } else {
                slot.lend(request);
                code = (int) Handles.Longs2.ORDINARY.invokeExact(function.address(), slot.request, slot.error);
            }
        } catch (Throwable e) {
            slot.request = 0;
            throw slot.abandon(e);
        }
        slot.request = 0;
        Reference.reachabilityFence(request);
        slot.end(function, code, NO_BATCH);
    }

    /** Calls a function with an empty request and a response. */
    public static void receive(NativeFunction function, StructView response) {
        CallArguments.checkWritable(response);
        call(function, response);
    }

    /** Calls a function with a request and a response. */
    public static void call(NativeFunction function, StructView request, StructView response) {
        CallSlot slot = Access.RAW ? CallSlots.begin() : CallSlots.atFirstPlace();
        if (!Access.RAW && !slot.knows(request, response)) {
            HeldMemoryCalls.call(function, request, response);
            return;
        }
        int code;
        try {
            if (Access.RAW) {
                code = (int) Handles.Longs3.ORDINARY.invokeExact(
                        function.address(), CallArguments.raw(request), CallArguments.raw(response), slot.error);
            } else {
                slot.lend(request, response);
                code = (int) Handles.Longs3.ORDINARY.invokeExact(
                        function.address(), slot.request, slot.response, slot.error);
            }
        } catch (Throwable e) {
            slot.request = 0; // not by a method, for which there may be no stack left
            slot.response = 0;
            throw slot.abandon(e);
        }
        slot.request = 0;
        slot.response = 0;
        Reference.reachabilityFence(request);
        Reference.reachabilityFence(response);
        slot.end(function, code, NO_BATCH);
    }

    /** Calls a critical function without messages. */
    public static void critical(NativeFunction function) {
        long error = CriticalErrors.own();
        if (error == CriticalErrors.NONE) {
            HeldMemoryCalls.critical(function);
            return;
        }
        int code;
        try {
            code = (int) Handles.CriticalLongs1.CRITICAL.invokeExact(function.address(), error);
        } catch (Throwable e) {
            throw Thrown.asItIs(e);
        }
        if (code != 0) {
            throw CriticalErrors.failure(function, code, error);
        }
    }

    /** Calls a critical function with a request and an empty response. */
    public static void critical(NativeFunction function, StructView request) {
        long error = CriticalErrors.own();
        if (error == CriticalErrors.NONE || !CallArguments.isOwn(request)) {
            HeldMemoryCalls.critical(function, request);
            return;
        }
        int code;
        try {
            code = (int) Handles.CriticalLongs2.CRITICAL.invokeExact(
                    function.address(), CallArguments.address(request), error);
        } catch (Throwable e) {
            throw Thrown.asItIs(e);
        }
        Reference.reachabilityFence(request);
        if (code != 0) {
            throw CriticalErrors.failure(function, code, error);
        }
    }

    /** Calls a critical function with an empty request and a response. */
    public static void criticalReceive(NativeFunction function, StructView response) {
        CallArguments.checkWritable(response);
        critical(function, response);
    }

    /** Calls a critical function with a request and a response. */
    public static void critical(NativeFunction function, StructView request, StructView response) {
        long error = CriticalErrors.own();
        if (error == CriticalErrors.NONE || !CallArguments.isOwn(request) || !CallArguments.isOwnWritable(response)) {
            HeldMemoryCalls.critical(function, request, response);
            return;
        }
        int code;
        try {
            code = (int) Handles.CriticalLongs3.CRITICAL.invokeExact(
                    function.address(), CallArguments.address(request), CallArguments.address(response), error);
        } catch (Throwable e) {
            throw Thrown.asItIs(e);
        }
        Reference.reachabilityFence(request);
        Reference.reachabilityFence(response);
        if (code != 0) {
            throw CriticalErrors.failure(function, code, error);
        }
    }

    /**
     * Calls a function whose response points to memory.
     *
     * @param function of the rpc
     * @param request of the call
     * @param response whose memory the function writes
     * @param allocator gives the function what the response points to; asked during the call, on the calling thread
     */
    public static void callWith(
            NativeFunction function, StructView request, StructView response, SegmentAllocator allocator) {
        AllocatingCalls.call(function, Objects.requireNonNull(request, "request"), response, allocator);
    }

    /** The same for a function with an empty request. */
    public static void receiveWith(NativeFunction function, StructView response, SegmentAllocator allocator) {
        AllocatingCalls.call(function, null, response, allocator);
    }

    /**
     * Calls a function that answers with a stream. What the consumer throws ends the stream, and is thrown on as it is,
     * once the function returned.
     *
     * @param function of the rpc
     * @param request of the call
     * @param type of the items
     * @param items gets each item during the call, on the calling thread; the view is valid only while it has it
     * @param <T> class of the items
     */
    public static <T extends Struct> void stream(
            NativeFunction function, StructView request, StructType<T> type, Consumer<? super T> items) {
        StreamingCalls.call(function, Objects.requireNonNull(request, "request"), ItemReceiver.of(type, items));
    }

    /** The same for items that have no fields: the consumer is run for each. */
    public static void stream(NativeFunction function, StructView request, Runnable items) {
        StreamingCalls.call(function, Objects.requireNonNull(request, "request"), ItemReceiver.of(items));
    }

    /** As {@link #stream(NativeFunction, StructView, StructType, Consumer)} for a function with an empty request. */
    public static <T extends Struct> void receiveStream(
            NativeFunction function, StructType<T> type, Consumer<? super T> items) {
        StreamingCalls.call(function, null, ItemReceiver.of(type, items));
    }

    /** The same for items that have no fields: the consumer is run for each. */
    public static void receiveStream(NativeFunction function, Runnable items) {
        StreamingCalls.call(function, null, ItemReceiver.of(items));
    }

    /**
     * Calls the array form of a function, unless the batch is empty.
     *
     * @param function the array form
     * @param requests of the calls
     * @param responses as many
     * @throws IllegalArgumentException if there are more or fewer responses than requests
     */
    public static void batch(NativeFunction function, StructArray<?> requests, StructArray<?> responses) {
        BatchCalls.call(function, requests, responses);
    }

    /** The same for a function with empty responses. */
    public static void batch(NativeFunction function, StructArray<?> requests) {
        BatchCalls.call(function, requests);
    }

    /** The same for a function with empty requests. */
    public static void receiveBatch(NativeFunction function, StructArray<?> responses) {
        CallArguments.checkWritable(responses);
        BatchCalls.call(function, responses);
    }

    /**
     * Calls the array form of a function without messages, unless the count is 0.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public static void batch(NativeFunction function, long count) {
        BatchCalls.call(function, count);
    }

    /**
     * As {@link #batch(NativeFunction, StructArray, StructArray)} where the responses point to memory, which the
     * allocator gives; see {@link #callWith}.
     */
    public static void batchWith(
            NativeFunction function, StructArray<?> requests, StructArray<?> responses, SegmentAllocator allocator) {
        AllocatingCalls.batch(function, Objects.requireNonNull(requests, "requests"), responses, allocator);
    }

    /** The same for a function with empty requests. */
    public static void receiveBatchWith(NativeFunction function, StructArray<?> responses, SegmentAllocator allocator) {
        AllocatingCalls.batch(function, null, responses, allocator);
    }

    /**
     * As {@link #batch(NativeFunction, StructArray, StructArray)} for a critical function: in parts of at most 1,024
     * requests, between which the garbage collector may work.
     */
    public static void criticalBatch(NativeFunction function, StructArray<?> requests, StructArray<?> responses) {
        CriticalBatchCalls.call(function, requests, responses);
    }

    /** The same for a function with empty responses. */
    public static void criticalBatch(NativeFunction function, StructArray<?> requests) {
        CriticalBatchCalls.call(function, requests);
    }

    /** The same for a function with empty requests. */
    public static void criticalReceiveBatch(NativeFunction function, StructArray<?> responses) {
        CallArguments.checkWritable(responses);
        CriticalBatchCalls.call(function, responses);
    }

    /** As {@link #batch(NativeFunction, long)} for a critical function, in parts likewise. */
    public static void criticalBatch(NativeFunction function, long count) {
        CriticalBatchCalls.call(function, count);
    }
}
