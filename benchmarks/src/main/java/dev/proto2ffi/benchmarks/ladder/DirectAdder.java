package dev.proto2ffi.benchmarks.ladder;

import java.lang.invoke.MethodHandle;

/** Static instance: the function knows its calculator. */
record DirectAdder(RequestSlots slots, MethodHandle call) implements Adder {
    static DirectAdder of(NativeEnd end, String function) {
        return new DirectAdder(new RequestSlots(), end.direct(function));
    }

    @Override
    public long add(long a, long b) {
        RequestSlots.Slot slot = slots.acquire();
        try {
            long size = slot.write(a, b);
            return slot.read(NativeEnd.checked(
                    (long) call.invokeExact(slot.request, size, slot.response, RequestSlots.CAPACITY)));
        } catch (Throwable e) {
            throw NativeEnd.failed(e);
        } finally {
            slots.release(slot);
        }
    }
}
