package dev.proto2ffi.runtime;

import java.lang.foreign.SegmentAllocator;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** Calls of functions whose response points to memory that the caller's allocator gives. See {@link Downcalls}. */
final class AllocatingCalls {
    private AllocatingCalls() {}

    static void call(
            NativeFunction function, @Nullable StructView request, StructView response, SegmentAllocator allocator) {
        CallSlot slot = CallSlots.begin();
        CallFrame frame = slot.frame();
        int code;
        try {
            long lent = frame.lend(allocator, response.structType().name());
            if (Access.RAW) {
                long to = CallArguments.raw(response);
                code = request == null
                        ? (int) Handles.Longs3.ORDINARY.invokeExact(function.address(), to, lent, slot.error)
                        : (int) Handles.Longs4.ORDINARY.invokeExact(
                                function.address(), CallArguments.raw(request), to, lent, slot.error);
            } else {
                var to = CallArguments.writable(CallArguments.segment(response));
                code = request == null
                        ? (int) Handles.Segments1Longs2.ORDINARY.invokeExact(function.address(), to, lent, slot.error)
                        : (int) Handles.Segments2Longs2.ORDINARY.invokeExact(
                                function.address(), CallArguments.segment(request), to, lent, slot.error);
            }
        } catch (Throwable e) {
            frame.allocator = null;
            throw slot.abandon(e);
        } finally {
            Reference.reachabilityFence(request);
            Reference.reachabilityFence(response);
        }
        frame.allocator = null;
        slot.end(function, code, -1);
    }

    static void batch(
            NativeFunction function,
            @Nullable StructArray<?> requests,
            StructArray<?> responses,
            SegmentAllocator allocator) {
        long count = responses.length();
        if (requests != null) {
            Batches.checkLengths(function.name(), requests.length(), count);
        }
        if (count == 0) {
            return;
        }
        CallSlot slot = CallSlots.begin();
        CallFrame frame = slot.frame();
        int code;
        try {
            long lent = frame.lend(allocator, responses.structType().name());
            if (Access.RAW) {
                long to = CallArguments.raw(responses);
                code = requests == null
                        ? (int) Handles.Longs4.ORDINARY.invokeExact(function.address(), to, count, lent, slot.error)
                        : (int) Handles.Longs5.ORDINARY.invokeExact(
                                function.address(), CallArguments.raw(requests), to, count, lent, slot.error);
            } else {
                var to = CallArguments.writable(CallArguments.segment(responses, 0));
                code = requests == null
                        ? (int) Handles.Segments1Longs3.ORDINARY.invokeExact(
                                function.address(), to, count, lent, slot.error)
                        : (int) Handles.Segments2Longs3.ORDINARY.invokeExact(
                                function.address(), CallArguments.segment(requests, 0), to, count, lent, slot.error);
            }
        } catch (Throwable e) {
            frame.allocator = null;
            throw slot.abandon(e);
        } finally {
            Reference.reachabilityFence(requests);
            Reference.reachabilityFence(responses);
        }
        frame.allocator = null;
        slot.end(function, code, 0);
    }
}
