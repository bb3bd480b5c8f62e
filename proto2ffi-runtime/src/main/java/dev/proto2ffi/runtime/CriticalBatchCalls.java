package dev.proto2ffi.runtime;

import java.lang.ref.Reference;

/** Calls of the array forms of critical functions, which hold up the garbage collector, in parts. See {@link Downcalls}. */
final class CriticalBatchCalls {
    /** The most requests of a part. */
    static final int PART = 1_024;

    private CriticalBatchCalls() {}

    static void call(NativeFunction function, StructArray<?> requests, StructArray<?> responses) {
        CallArguments.checkWritable(responses);
        long count = BatchCalls.lengthOf(function, requests, responses);
        for (long done = 0; done < count; done += PART) {
            callPart(function, requests, responses, done, Math.min(PART, count - done));
        }
    }

    static void call(NativeFunction function, StructArray<?> messages) {
        long count = messages.length();
        for (long done = 0; done < count; done += PART) {
            callPart(function, messages, done, Math.min(PART, count - done));
        }
    }

    private static void callPart(
            NativeFunction function, StructArray<?> requests, StructArray<?> responses, long done, long count) {
        long from = done * requests.structType().size();
        long to = done * responses.structType().size();
        CallSlot slot = CallSlots.forCritical();
        int code;
        try {
            if (CallArguments.isOwn(requests) && CallArguments.isOwn(responses)) {
                code = (int) Handles.CriticalLongs4.CRITICAL.invokeExact(
                        function.address(),
                        CallArguments.address(requests) + from,
                        CallArguments.address(responses) + to,
                        count,
                        slot.error);
            } else {
                code = (int) Handles.CriticalSegments2Longs2.CRITICAL.invokeExact(
                        function.address(),
                        CallArguments.segment(requests, from),
                        CallArguments.segment(responses, to),
                        count,
                        slot.error);
            }
        } catch (Throwable e) {
            throw slot.abandonCritical(e);
        } finally {
            Reference.reachabilityFence(requests);
            Reference.reachabilityFence(responses);
        }
        slot.endCritical(function, code, done);
    }

    private static void callPart(NativeFunction function, StructArray<?> messages, long done, long count) {
        long from = done * messages.structType().size();
        CallSlot slot = CallSlots.forCritical();
        int code;
        try {
            if (CallArguments.isOwn(messages)) {
                code = (int) Handles.CriticalLongs3.CRITICAL.invokeExact(
                        function.address(), CallArguments.address(messages) + from, count, slot.error);
            } else {
                code = (int) Handles.CriticalSegments1Longs2.CRITICAL.invokeExact(
                        function.address(), CallArguments.segment(messages, from), count, slot.error);
            }
        } catch (Throwable e) {
            throw slot.abandonCritical(e);
        } finally {
            Reference.reachabilityFence(messages);
        }
        slot.endCritical(function, code, done);
    }

    static void call(NativeFunction function, long count) {
        Batches.checkCount(count);
        for (long done = 0; done < count; done += PART) {
            CallSlot slot = CallSlots.forCritical();
            int code;
            try {
                code = (int) Handles.CriticalLongs2.CRITICAL.invokeExact(
                        function.address(), Math.min(PART, count - done), slot.error);
            } catch (Throwable e) {
                throw slot.abandonCritical(e);
            }
            slot.endCritical(function, code, done);
        }
    }
}
