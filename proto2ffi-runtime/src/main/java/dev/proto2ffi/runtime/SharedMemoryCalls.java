package dev.proto2ffi.runtime;

import java.lang.ref.Reference;

/**
 * Calls with memory that other threads may close, and critical calls of threads that have no {@link CriticalErrors}. Out of
 * line, so that the calls with confined memory stay small enough for the JIT to inline; see {@link Downcalls}.
 */
final class SharedMemoryCalls {
    private SharedMemoryCalls() {}

    static void call(NativeFunction function, StructView message) {
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            code = (int) Handles.SharedSegments1Longs1.ORDINARY.invokeExact(
                    function.address(), CallArguments.segment(message), slot.error);
        } catch (Throwable e) {
            throw slot.abandon(e);
        }
        slot.end(function, code, Downcalls.NO_BATCH);
    }

    static void call(NativeFunction function, StructView request, StructView response) {
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            code = (int) Handles.SharedSegments2Longs1.ORDINARY.invokeExact(
                    function.address(), CallArguments.segment(request), CallArguments.segment(response), slot.error);
        } catch (Throwable e) {
            throw slot.abandon(e);
        }
        slot.end(function, code, Downcalls.NO_BATCH);
    }

    static void critical(NativeFunction function) {
        CriticalErrors.claim();
        CallSlot slot = CallSlots.forCritical();
        int code;
        try {
            code = (int) Handles.CriticalLongs1.CRITICAL.invokeExact(function.address(), slot.error);
        } catch (Throwable e) {
            throw slot.abandonCritical(e);
        }
        slot.endCritical(function, code, Downcalls.NO_BATCH);
    }

    static void critical(NativeFunction function, StructView message) {
        CriticalErrors.claim();
        CallSlot slot = CallSlots.forCritical();
        int code;
        try {
            if (Access.RAW) {
                code = (int) Handles.CriticalLongs2.CRITICAL.invokeExact(
                        function.address(), CallArguments.raw(message), slot.error);
                Reference.reachabilityFence(message);
            } else {
                code = (int) Handles.CriticalSegments1Longs1.CRITICAL.invokeExact(
                        function.address(), CallArguments.segment(message), slot.error);
            }
        } catch (Throwable e) {
            throw slot.abandonCritical(e);
        }
        slot.endCritical(function, code, Downcalls.NO_BATCH);
    }

    static void critical(NativeFunction function, StructView request, StructView response) {
        CriticalErrors.claim();
        CallSlot slot = CallSlots.forCritical();
        int code;
        try {
            if (Access.RAW) {
                code = (int) Handles.CriticalLongs3.CRITICAL.invokeExact(
                        function.address(), CallArguments.raw(request), CallArguments.raw(response), slot.error);
                Reference.reachabilityFence(request);
                Reference.reachabilityFence(response);
            } else {
                code = (int) Handles.CriticalSegments2Longs1.CRITICAL.invokeExact(
                        function.address(),
                        CallArguments.segment(request),
                        CallArguments.segment(response),
                        slot.error);
            }
        } catch (Throwable e) {
            throw slot.abandonCritical(e);
        }
        slot.endCritical(function, code, Downcalls.NO_BATCH);
    }
}
