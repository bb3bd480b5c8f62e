package dev.proto2ffi.benchmarks.ladder;

import com.google.protobuf.InvalidProtocolBufferException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.function.BinaryOperator;
import ladder.pb.AddRequest;
import ladder.pb.AddResponse;

/**
 * Where the ladder begins: as a first version is written. All is new in each call: builder, message, byte array, arena. The
 * response belongs to native code and is freed by a second call. Numbers are objects, since the interface is one for any type.
 */
record FirstAdder(long calculator, MethodHandle call, MethodHandle free) implements BinaryOperator<Long> {
    static FirstAdder of(NativeEnd end) {
        return new FirstAdder(end.open(), end.owning("ladder_add_boxed"), end.free());
    }

    @Override
    public Long apply(Long a, Long b) {
        byte[] request = AddRequest.newBuilder().setA(a).setB(b).build().toByteArray();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, request);
            MemorySegment out = arena.allocate(OwnedResponse.LAYOUT);
            int length = NativeEnd.checked((long) call.invokeExact(calculator, bytes, (long) request.length, out));
            return AddResponse.parseFrom(OwnedResponse.take(out, length, free)).getValue();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("no response", e);
        } catch (Throwable e) {
            throw NativeEnd.failed(e);
        }
    }
}
