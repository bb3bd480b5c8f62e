package dev.proto2ffi.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;

/**
 * Calls whose memory the JDK is asked to keep open, since somebody may close it meanwhile, and critical calls of threads
 * that have no {@link CriticalErrors}. Never inlined: calls that need none of this must stay small enough for the JIT to
 * inline them where programs make both, which costs twice as much otherwise.
 */
@SuppressWarnings({
    "UnusedMethod", // handles find them
    "ReachabilityFenceUsage" // a call that throws has not been made
})
final class HeldMemoryCalls {
    // Not final, since the JIT inlines what it knows to be constant.
    private static MethodHandle callWithOne = find("callWithOne", 1);
    private static MethodHandle callWithBoth = find("callWithBoth", 2);
    private static MethodHandle criticalWithOne = find("criticalWithOne", 1);
    private static MethodHandle criticalWithBoth = find("criticalWithBoth", 2);

    private HeldMemoryCalls() {}

    static void call(NativeFunction function, StructView message) {
        try {
            callWithOne.invokeExact(function, message);
        } catch (Throwable e) {
            throw Thrown.asItIs(e);
        }
    }

    static void call(NativeFunction function, StructView request, StructView response) {
        CallArguments.checkWritable(response);
        try {
            callWithBoth.invokeExact(function, request, response);
        } catch (Throwable e) {
            throw Thrown.asItIs(e);
        }
    }

    static void critical(NativeFunction function, StructView message) {
        try {
            criticalWithOne.invokeExact(function, message);
        } catch (Throwable e) {
            throw Thrown.asItIs(e);
        }
    }

    static void critical(NativeFunction function, StructView request, StructView response) {
        CallArguments.checkWritable(response);
        try {
            criticalWithBoth.invokeExact(function, request, response);
        } catch (Throwable e) {
            throw Thrown.asItIs(e);
        }
    }

    private static void callWithOne(NativeFunction function, StructView message) {
        if (CallArguments.isShared(message)) {
            callWithShared(function, message);
            return;
        }
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            slot.learn(message);
            code = (int) Handles.Longs2Holding1.ORDINARY.invokeExact(
                    function.address(), CallArguments.address(message), slot.error, message.segment);
        } catch (Throwable e) {
            throw slot.abandon(e);
        }
        slot.end(function, code, Downcalls.NO_BATCH);
    }

    private static void callWithShared(NativeFunction function, StructView message) {
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

    private static void callWithBoth(NativeFunction function, StructView request, StructView response) {
        if (CallArguments.isShared(request) || CallArguments.isShared(response)) {
            callWithShared(function, request, response);
            return;
        }
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            slot.learn(request, response);
            code = (int) Handles.Longs3Holding2.ORDINARY.invokeExact(
                    function.address(),
                    CallArguments.address(request),
                    CallArguments.address(response),
                    slot.error,
                    request.segment,
                    response.segment);
        } catch (Throwable e) {
            throw slot.abandon(e);
        }
        slot.end(function, code, Downcalls.NO_BATCH);
    }

    private static void callWithShared(NativeFunction function, StructView request, StructView response) {
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

    private static void criticalWithOne(NativeFunction function, StructView message) {
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

    private static void criticalWithBoth(NativeFunction function, StructView request, StructView response) {
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

    private static MethodHandle find(String method, int messages) {
        MethodType type = MethodType.methodType(void.class, NativeFunction.class);
        for (int i = 0; i < messages; i++) {
            type = type.appendParameterTypes(StructView.class);
        }
        try {
            return MethodHandles.lookup().findStatic(HeldMemoryCalls.class, method, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
