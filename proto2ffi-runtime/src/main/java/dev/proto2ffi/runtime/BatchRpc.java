package dev.proto2ffi.runtime;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The array form of an rpc. */
final class BatchRpc<S, Q extends Struct, R extends Struct> extends RpcType<S> {
    private final @Nullable StructType<Q> request;
    private final @Nullable StructType<R> response;
    private final ServiceType.Batch<S, Q, R> invoker;

    BatchRpc(
            String service,
            String name,
            String symbol,
            @Nullable StructType<Q> request,
            @Nullable StructType<R> response,
            ServiceType.Batch<S, Q, R> invoker) {
        super(service, name, symbol);
        this.request = request;
        this.response = response;
        this.invoker = invoker;
    }

    @Override
    boolean isBatch() {
        return true;
    }

    @Override
    List<StructType<?>> messages() {
        return Stream.<@Nullable StructType<?>>of(request, response)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    boolean hasRequest() {
        return request != null;
    }

    @Override
    boolean hasResponse() {
        return response != null;
    }

    @Override
    boolean hasAllocator() {
        return response != null && !response.isFlat();
    }

    @Override
    @SuppressWarnings("NullAway") // the invoker ignores what the rpc doesn't have
    int serve(S implementation, long requestsAt, long responsesAt, long count, long allocatorAt) {
        if (count == 0) {
            return 0;
        }
        if (count < 0) {
            throw CallMemory.invalid("a batch can't have " + Long.toUnsignedString(count) + " calls");
        }
        CallMemory memory = CallMemory.ofArrays();
        NativeAllocator allocator = null;
        try {
            StructArray<Q> questions =
                    request == null ? null : memory.array(request, requestsAt, count, "array of requests");
            StructArray<R> answers =
                    response == null ? null : memory.array(response, responsesAt, count, "array of responses");
            if (request != null && response != null) {
                CallMemory.checkApart(requestsAt, count * request.size(), responsesAt, count * response.size());
            }
            if (hasAllocator()) {
                allocator = NativeAllocator.of(allocatorAt, memory);
            }
            invoker.call(
                    implementation, questions, answers, count, allocator == null ? NoAllocator.INSTANCE : allocator);
            return 0;
        } finally {
            NativeAllocator.end(allocator);
            memory.end();
        }
    }
}
