package dev.proto2ffi.benchmarks.ladder;

import java.lang.invoke.MethodHandle;
import ladder.pb.AddResponse;

/** No boxing: numbers are numbers in Java, and the service in Rust answers a value instead of a box. */
record UnboxedAdder(RequestSlots slots, long calculator, MethodHandle call, MethodHandle free) implements Adder {
    static UnboxedAdder of(NativeEnd end) {
        return new UnboxedAdder(new RequestSlots(), end.open(), end.owning("ladder_add_by_value"), end.free());
    }

    @Override
    public long add(long a, long b) {
        RequestSlots.Slot slot = slots.acquire();
        try {
            long size = slot.write(a, b);
            int length = NativeEnd.checked((long) call.invokeExact(calculator, slot.request, size, slot.owned));
            return AddResponse.parseFrom(OwnedResponse.take(slot.owned, length, free))
                    .getValue();
        } catch (Throwable e) {
            throw NativeEnd.failed(e);
        } finally {
            slots.release(slot);
        }
    }
}
