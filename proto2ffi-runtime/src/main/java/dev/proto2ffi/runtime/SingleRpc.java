package dev.proto2ffi.runtime;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An rpc with one response at most. */
final class SingleRpc<S, Q extends Struct, R extends Struct> extends RpcType<S> {
    private final @Nullable StructType<Q> request;
    private final @Nullable StructType<R> response;
    private final ServiceType.Single<S, Q, R> invoker;

    SingleRpc(
            String service,
            String name,
            String symbol,
            @Nullable StructType<Q> request,
            @Nullable StructType<R> response,
            ServiceType.Single<S, Q, R> invoker) {
        super(service, name, symbol);
        this.request = request;
        this.response = response;
        this.invoker = invoker;
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
    int serve(S implementation, long requestAt, long responseAt, long count, long allocatorAt) {
        CallMemory memory = CallMemory.ofViews();
        Q question = null;
        R answer = null;
        NativeAllocator allocator = null;
        try {
            if (request != null) {
                question = memory.view(request, requestAt, "request");
            }
            if (response != null) {
                answer = memory.view(response, responseAt, "response");
                if (request != null) {
                    CallMemory.checkApart(requestAt, request.size(), responseAt, response.size());
                }
                if (!response.isFlat()) {
                    allocator = NativeAllocator.of(allocatorAt, memory);
                }
            }
            invoker.call(implementation, question, answer, allocator == null ? NoAllocator.INSTANCE : allocator);
            return 0;
        } finally {
            CallMemory.poison(question);
            CallMemory.poison(answer);
            NativeAllocator.end(allocator);
            memory.end();
        }
    }
}
