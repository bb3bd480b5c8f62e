package dev.proto2ffi.runtime;

import java.util.List;

/**
 * One native function of a service: what it is called, and what becomes of a call of it to a Java implementation.
 *
 * @param <S> the generated interface
 */
abstract class RpcType<S> {
    private final String service;
    private final String name;
    private final String symbol;

    /**
     * @param service full name of the service
     * @param name in the schema
     * @param symbol that native libraries export it by
     */
    RpcType(String service, String name, String symbol) {
        this.service = service;
        this.name = name;
        this.symbol = symbol;
    }

    /** The name in the schema. */
    final String name() {
        return name;
    }

    /** The name with that of the service in front, for messages. */
    final String fullName() {
        return service + "." + name;
    }

    final String symbol() {
        return symbol;
    }

    /** Whether this is the array form. */
    boolean isBatch() {
        return false;
    }

    /** The types of its messages that have fields. */
    abstract List<StructType<?>> messages();

    abstract boolean hasRequest();

    /** Whether the function has a response, or a stream in its place. */
    abstract boolean hasResponse();

    abstract boolean hasAllocator();

    /**
     * Calls an implementation.
     *
     * @param implementation of the service
     * @param request address of the request, or of the first of them
     * @param response address of the response, of the first of them, or of the stream
     * @param count of the batch
     * @param allocator address of what the response's memory comes from
     * @return 0, or the code of an error that needs no message
     * @throws NativeCallException among others
     */
    abstract int serve(S implementation, long request, long response, long count, long allocator);

    /**
     * What the stub calls. Nothing is thrown: what left this method would end the JVM. What the function doesn't have
     * is 0.
     */
    final int upcall(long self, long request, long response, long count, long allocator, long error) {
        try {
            return guarded(self, request, response, count, allocator, error);
        } catch (Throwable e) {
            return NativeCallException.EXCEPTION; // not even the report could be made: the stack has no room
        }
    }

    private int guarded(long self, long request, long response, long count, long allocator, long error) {
        CallSlot slot = null;
        Throwable thrown = null;
        try {
            slot = CallSlots.enterUpcall();
            if (slot != null) {
                slot.checkStack();
            }
            return serve(implementation(self), request, response, count, allocator);
        } catch (Throwable e) {
            thrown = e;
            return UpcallFailure.report(error, e);
        } finally {
            if (slot != null) {
                slot.leaveUpcall(thrown);
            }
        }
    }

    @SuppressWarnings("unchecked") // the table with this ticket was made for an implementation of the service
    private S implementation(long self) {
        Object implementation = Tickets.find(self);
        if (implementation == null) {
            throw new NativeCallException(
                    NativeCallException.CLOSED,
                    fullName() + ": the Java implementation is closed, since the arena of its table is");
        }
        return (S) implementation;
    }
}
