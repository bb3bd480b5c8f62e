package dev.proto2ffi.benchmarks.ladder;

import java.lang.invoke.MethodHandle;

/** Shared memory: protobuf-java encodes and decodes in the buffer in which native code does. */
record InPlaceAdder(RequestSlots slots, MethodHandle call) implements Adder {
    static InPlaceAdder of(NativeEnd end, String function) {
        return new InPlaceAdder(new RequestSlots(), end.inPlace(function));
    }

    @Override
    public long add(long a, long b) {
        RequestSlots.Slot slot = slots.acquire();
        try {
            long size = slot.writeInPlace(a, b);
            return slot.readInPlace(NativeEnd.checked((long) call.invokeExact(slot.memory, size)));
        } catch (Throwable e) {
            throw NativeEnd.failed(e);
        } finally {
            slots.release(slot);
        }
    }
}
