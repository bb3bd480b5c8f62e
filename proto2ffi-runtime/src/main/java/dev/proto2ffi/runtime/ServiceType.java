package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a generated service interface: its name, fingerprint and rpcs, and how its Java implementations are
 * called. There is one instance for a generated interface, its constant {@code SERVICE}. Immutable and safe for all
 * threads.
 *
 * @param <S> the generated interface
 */
public final class ServiceType<S> {
    /**
     * Calls a Java implementation.
     *
     * @param <S> the generated interface
     * @param <Q> class of the request
     * @param <R> class of the response
     */
    @FunctionalInterface
    public interface Single<S, Q, R> {
        /**
         * What the rpc doesn't have is to be ignored.
         *
         * @param server the implementation
         * @param request valid during the call
         * @param response valid during the call
         * @param allocator for what the response points to
         */
        void call(S server, Q request, R response, SegmentAllocator allocator);
    }

    /**
     * Calls the array form of an rpc of a Java implementation.
     *
     * @param <S> the generated interface
     * @param <Q> class of the requests
     * @param <R> class of the responses
     */
    @FunctionalInterface
    public interface Batch<S, Q extends Struct, R extends Struct> {
        /**
         * What the rpc doesn't have is to be ignored.
         *
         * @param server the implementation
         * @param requests valid during the call
         * @param responses valid during the call
         * @param count of requests and responses
         * @param allocator for what the responses point to
         */
        void call(S server, StructArray<Q> requests, StructArray<R> responses, long count, SegmentAllocator allocator);
    }

    /**
     * Calls a Java implementation that answers with a stream.
     *
     * @param <S> the generated interface
     * @param <Q> class of the request
     * @param <R> class of the items
     */
    @FunctionalInterface
    public interface Streaming<S, Q, R> {
        /**
         * What the rpc doesn't have is to be ignored.
         *
         * @param server the implementation
         * @param request valid during the call
         * @param items takes them during the call, on its thread; of items without fields it takes anything
         */
        void call(S server, Q request, Consumer<R> items);
    }

    private final String name;
    private final String cName;
    private final long fingerprint;
    private final Supplier<String> text;
    private final String serviceSymbol;
    private final String acceptSymbol;
    private final String acceptsSymbol;
    private final List<RpcType<S>> rpcs;
    private final UpcallStubs<S> stubs;

    private ServiceType(Builder<S> builder) {
        this.name = builder.name;
        this.cName = builder.cName;
        this.fingerprint = builder.fingerprint;
        this.text = builder.text;
        this.serviceSymbol = builder.serviceSymbol;
        this.acceptSymbol = builder.acceptSymbol;
        this.acceptsSymbol = builder.acceptsSymbol;
        this.rpcs = List.copyOf(builder.rpcs);
        this.stubs = new UpcallStubs<>(rpcs);
    }

    /**
     * Begins the description of a generated interface.
     *
     * @param name full name of the service, such as {@code calc.Calculator}
     * @param cName its name in C, with which all symbols begin, such as {@code calc_Calculator}
     * @param fingerprint of the service and of all structs that it uses
     * @param text what the fingerprint is taken of: the canonical text of the service, followed by those of the structs,
     *     each its own, sorted by name. Asked for when a library is refused
     * @param <S> the generated interface
     */
    public static <S> Builder<S> describe(String name, String cName, long fingerprint, Supplier<String> text) {
        return new Builder<>(name, cName, fingerprint, text);
    }

    /** The full name of the service, such as {@code calc.Calculator}. */
    public String name() {
        return name;
    }

    /** The name in C, with which the symbols of all functions begin, such as {@code calc_Calculator}. */
    public String cName() {
        return cName;
    }

    /**
     * A hash of the service and of the layouts of all structs that it uses. Two programs that have the same one agree on
     * every rpc and every byte.
     */
    public long fingerprint() {
        return fingerprint;
    }

    /** What the fingerprint is taken of. */
    public String text() {
        return text.get();
    }

    /** The functions, in the order of the schema: an array form behind its single one. */
    List<RpcType<S>> rpcs() {
        return rpcs;
    }

    String serviceSymbol() {
        return serviceSymbol;
    }

    String acceptSymbol() {
        return acceptSymbol;
    }

    String acceptsSymbol() {
        return acceptsSymbol;
    }

    /**
     * Finds the functions of a library that serves this.
     *
     * @throws NativeLibraryException if the library doesn't serve it, was built from another schema (the structs and fields
     *     that differ are named), or misses functions (they are named); or the JVM denies native access
     */
    public ServiceFunctions bind(NativeLibrary library) {
        return Handshake.bind(this, library);
    }

    /**
     * Functions for native code that call a Java implementation.
     *
     * @param implementation called on whatever threads native code calls from; it must be safe for all of those. The
     *     messages that it gets are valid during the call only, and so are the allocator and the stream, which belong to
     *     the thread of the call, as the arrays of a batch do
     * @param arena whose end ends the table: later calls, through copies of it, fail with {@link NativeCallException#CLOSED}
     */
    public ServiceTable upcalls(S implementation, Arena arena) {
        return ServiceTable.of(this, implementation, arena, stubs.addresses());
    }

    /**
     * Hands a Java implementation to a library that accepts one.
     *
     * @param implementation as in {@link #upcalls}
     * @param arena likewise
     * @param library which has defined {@code <c name>_ACCEPT}
     * @throws NativeLibraryException if the library doesn't accept this service, or was built from another schema
     * @throws NativeCallException if the library refuses the implementation
     */
    public void offer(S implementation, Arena arena, NativeLibrary library) {
        NativeFunction accept = Handshake.accept(this, library);
        ServiceTable table = upcalls(implementation, arena);
        try {
            table.passTo(accept);
        } catch (Throwable e) {
            table.revoke(); // so that a library that kept a copy all the same calls nobody
            throw e;
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Gathers the rpcs, in the order of the schema.
     *
     * @param <S> the generated interface
     */
    public static final class Builder<S> {
        private final String name;
        private final String cName;
        private final long fingerprint;
        private final Supplier<String> text;
        private String serviceSymbol;
        private String acceptSymbol;
        private String acceptsSymbol;
        private final List<RpcType<S>> rpcs = new ArrayList<>();

        private Builder(String name, String cName, long fingerprint, Supplier<String> text) {
            this.name = name;
            this.cName = cName;
            this.fingerprint = fingerprint;
            this.text = text;
            this.serviceSymbol = cName + "_service";
            this.acceptSymbol = cName + "_accept";
            this.acceptsSymbol = cName + "_accepts";
        }

        /**
         * The symbols that belong to no rpc, where a clash made them others than these.
         *
         * @param service the object that tells what the library serves: {@code calc_Calculator_service}
         * @param accept the function that takes a table of functions: {@code calc_Calculator_accept}
         * @param accepts the object that tells what that takes: {@code calc_Calculator_accepts}
         */
        public Builder<S> symbols(String service, String accept, String accepts) {
            serviceSymbol = service;
            acceptSymbol = accept;
            acceptsSymbol = accepts;
            return this;
        }

        /**
         * An rpc with one response.
         *
         * @param rpc its name in the schema
         * @param symbol of its function, such as {@code calc_Calculator_Add}
         * @param request type of the request; null where it has no fields
         * @param response type of the response; null where it has no fields
         * @param invoker calls an implementation
         * @param <Q> class of the request
         * @param <R> class of the response
         */
        public <Q extends Struct, R extends Struct> Builder<S> rpc(
                String rpc,
                String symbol,
                @Nullable StructType<Q> request,
                @Nullable StructType<R> response,
                Single<S, Q, R> invoker) {
            rpcs.add(new SingleRpc<>(name, rpc, symbol, request, response, invoker));
            return this;
        }

        /**
         * An rpc with one response and an array form.
         *
         * @param rpc its name in the schema
         * @param symbol of its function, such as {@code calc_Calculator_Add}
         * @param batchSymbol of its array form, such as {@code calc_Calculator_Add_batch}
         * @param request type of the request; null where it has no fields
         * @param response type of the response; null where it has no fields
         * @param invoker calls an implementation
         * @param batchInvoker calls the array form of an implementation
         * @param <Q> class of the request
         * @param <R> class of the response
         */
        public <Q extends Struct, R extends Struct> Builder<S> batchRpc(
                String rpc,
                String symbol,
                String batchSymbol,
                @Nullable StructType<Q> request,
                @Nullable StructType<R> response,
                Single<S, Q, R> invoker,
                Batch<S, Q, R> batchInvoker) {
            rpcs.add(new SingleRpc<>(name, rpc, symbol, request, response, invoker));
            rpcs.add(new BatchRpc<>(name, rpc, batchSymbol, request, response, batchInvoker));
            return this;
        }

        /**
         * An rpc that answers with a stream.
         *
         * @param rpc its name in the schema
         * @param symbol of its function, such as {@code calc_Calculator_Add}
         * @param request type of the request; null where it has no fields
         * @param item type of the items; null where they have no fields
         * @param invoker calls an implementation
         * @param <Q> class of the request
         * @param <R> class of the items
         */
        public <Q extends Struct, R extends Struct> Builder<S> streamingRpc(
                String rpc,
                String symbol,
                @Nullable StructType<Q> request,
                @Nullable StructType<R> item,
                Streaming<S, Q, R> invoker) {
            rpcs.add(new StreamingRpc<>(name, rpc, symbol, request, item, invoker));
            return this;
        }

        /** The type. */
        public ServiceType<S> build() {
            return new ServiceType<>(this);
        }
    }
}
