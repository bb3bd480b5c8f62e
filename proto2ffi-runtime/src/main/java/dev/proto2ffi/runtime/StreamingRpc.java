package dev.proto2ffi.runtime;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An rpc that answers with a stream. */
final class StreamingRpc<S, Q extends Struct, R extends Struct> extends RpcType<S> {
    private final @Nullable StructType<Q> request;
    private final @Nullable StructType<R> item;
    private final ServiceType.Streaming<S, Q, R> invoker;

    StreamingRpc(
            String service,
            String name,
            String symbol,
            @Nullable StructType<Q> request,
            @Nullable StructType<R> item,
            ServiceType.Streaming<S, Q, R> invoker) {
        super(service, name, symbol);
        this.request = request;
        this.item = item;
        this.invoker = invoker;
    }

    @Override
    List<StructType<?>> messages() {
        return Stream.<@Nullable StructType<?>>of(request, item)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    boolean hasRequest() {
        return request != null;
    }

    @Override
    boolean hasResponse() {
        return true; // the stream
    }

    @Override
    boolean hasAllocator() {
        return false;
    }

    @Override
    @SuppressWarnings("NullAway") // the invoker ignores what the rpc doesn't have
    int serve(S implementation, long requestAt, long stream, long count, long allocator) {
        if (stream == 0) {
            throw CallMemory.invalid("stream is NULL");
        }
        CallMemory memory = CallMemory.ofViews();
        Q question = null;
        NativeStream<R> items = new NativeStream<>(stream, item != null, fullName());
        try {
            if (request != null) {
                question = memory.view(request, requestAt, "request");
            }
            invoker.call(implementation, question, items);
            return items.cancelled();
        } finally {
            items.end();
            CallMemory.poison(question);
            memory.end();
        }
    }
}
