package dev.proto2ffi.benchmarks.ladder;

import java.lang.invoke.MethodHandle;

/** Response buffer reuse: the pool has memory for the response, too. What is looked up is a calculator by its handle. */
record BufferedAdder(RequestSlots slots, long calculator, MethodHandle call) implements Adder {
    static BufferedAdder of(NativeEnd end, String function) {
        return new BufferedAdder(new RequestSlots(), end.open(), end.lookedUp(function));
    }

    @Override
    public long add(long a, long b) {
        RequestSlots.Slot slot = slots.acquire();
        try {
            long size = slot.write(a, b);
            return slot.read(NativeEnd.checked(
                    (long) call.invokeExact(calculator, slot.request, size, slot.response, RequestSlots.CAPACITY)));
        } catch (Throwable e) {
            throw NativeEnd.failed(e);
        } finally {
            slots.release(slot);
        }
    }
}
