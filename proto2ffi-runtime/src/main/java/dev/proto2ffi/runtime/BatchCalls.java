package dev.proto2ffi.runtime;

import java.lang.ref.Reference;

/** Calls of the array forms of functions that aren't critical. See {@link Downcalls}. */
final class BatchCalls {
    private BatchCalls() {}

    static long lengthOf(NativeFunction function, StructArray<?> requests, StructArray<?> responses) {
        Batches.checkLengths(function.name(), requests.length(), responses.length());
        return requests.length();
    }

    static void call(NativeFunction function, StructArray<?> requests, StructArray<?> responses) {
        long count = lengthOf(function, requests, responses);
        if (count == 0) {
            return;
        }
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            if (Access.RAW) {
                code = (int) Handles.Longs4.ORDINARY.invokeExact(
                        function.address(),
                        CallArguments.raw(requests),
                        CallArguments.raw(responses),
                        count,
                        slot.error);
            } else {
                code = (int) Handles.Segments2Longs2.ORDINARY.invokeExact(
                        function.address(),
                        CallArguments.segment(requests, 0),
                        CallArguments.writable(CallArguments.segment(responses, 0)),
                        count,
                        slot.error);
            }
        } catch (Throwable e) {
            throw slot.abandon(e);
        } finally {
            Reference.reachabilityFence(requests);
            Reference.reachabilityFence(responses);
        }
        slot.end(function, code, 0);
    }

    static void call(NativeFunction function, StructArray<?> messages) {
        long count = messages.length();
        if (count == 0) {
            return;
        }
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            if (Access.RAW) {
                code = (int) Handles.Longs3.ORDINARY.invokeExact(
                        function.address(), CallArguments.raw(messages), count, slot.error);
            } else {
                code = (int) Handles.Segments1Longs2.ORDINARY.invokeExact(
                        function.address(), CallArguments.segment(messages, 0), count, slot.error);
            }
        } catch (Throwable e) {
            throw slot.abandon(e);
        } finally {
            Reference.reachabilityFence(messages);
        }
        slot.end(function, code, 0);
    }

    static void call(NativeFunction function, long count) {
        Batches.checkCount(count);
        if (count == 0) {
            return;
        }
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            code = (int) Handles.Longs2.ORDINARY.invokeExact(function.address(), count, slot.error);
        } catch (Throwable e) {
            throw slot.abandon(e);
        }
        slot.end(function, code, 0);
    }
}
