package dev.proto2ffi.runtime;

import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** Calls of functions that answer with a stream. See {@link Downcalls}. */
final class StreamingCalls {
    private StreamingCalls() {}

    static void call(NativeFunction function, @Nullable StructView request, ItemReceiver receiver) {
        CallSlot slot = CallSlots.begin();
        CallFrame frame = slot.frame();
        int code;
        try {
            long stream = frame.open(receiver);
            if (request == null) {
                code = (int) Handles.Longs2.ORDINARY.invokeExact(function.address(), stream, slot.error);
            } else if (Access.RAW) {
                code = (int) Handles.Longs3.ORDINARY.invokeExact(
                        function.address(), CallArguments.raw(request), stream, slot.error);
            } else {
                code = (int) Handles.Segments1Longs2.ORDINARY.invokeExact(
                        function.address(), CallArguments.segment(request), stream, slot.error);
            }
        } catch (Throwable e) {
            frame.receiver = null;
            throw slot.abandon(e);
        } finally {
            Reference.reachabilityFence(request);
        }
        frame.receiver = null;
        Throwable thrown = receiver.thrown();
        try {
            slot.end(function, code, -1);
        } catch (NativeCallException e) {
            if (thrown == null) {
                throw e;
            }
            if (code != NativeCallException.CANCELLED) {
                thrown.addSuppressed(e); // the server failed in a way of its own
            }
        }
        if (thrown != null) {
            throw Thrown.asItIs(thrown);
        }
    }
}
