package dev.proto2ffi.benchmarks.ladder;

import java.lang.invoke.MethodHandle;
import java.util.function.BinaryOperator;
import ladder.pb.AddResponse;

/** Request pooling: builder, byte array and native memory of a request come from a pool. */
record PooledAdder(RequestSlots slots, long calculator, MethodHandle call, MethodHandle free)
        implements BinaryOperator<Long> {
    static PooledAdder of(NativeEnd end) {
        return new PooledAdder(new RequestSlots(), end.open(), end.owning("ladder_add_boxed"), end.free());
    }

    @Override
    public Long apply(Long a, Long b) {
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
