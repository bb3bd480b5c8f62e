package dev.proto2ffi.runtime;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Batches as loops over the single call: what Java implementations of a service answer batches with that have no better
 * way of their own. For generated code only.
 *
 * <p>The loop ends at the first request that fails, with a {@link NativeCallException} that has its index.
 */
public final class Batches {
    private Batches() {}

    /**
     * Answers each request.
     *
     * @param requests the requests
     * @param responses as many
     * @param rpc the single call
     * @param <Q> class of the requests
     * @param <R> class of the responses
     * @throws IllegalArgumentException if there are more or fewer responses than requests
     * @throws NativeCallException if a request failed
     */
    public static <Q extends Struct, R extends Struct> void each(
            StructArray<Q> requests, StructArray<R> responses, BiConsumer<? super Q, ? super R> rpc) {
        checkLengths(requests.structType().name(), requests.length(), responses.length());
        for (long i = 0; i < requests.length(); i++) {
            try {
                rpc.accept(requests.get(i), responses.get(i));
            } catch (Throwable e) {
                throw NativeCallException.ofBatch(i, e);
            }
        }
    }

    /**
     * The same for an rpc of which either the request or the response has no fields, and is left out.
     *
     * @param messages the requests, or the responses
     * @param rpc the single call
     * @param <T> class of the messages
     * @throws NativeCallException if a request failed
     */
    public static <T extends Struct> void each(StructArray<T> messages, Consumer<? super T> rpc) {
        for (long i = 0; i < messages.length(); i++) {
            try {
                rpc.accept(messages.get(i));
            } catch (Throwable e) {
                throw NativeCallException.ofBatch(i, e);
            }
        }
    }

    /**
     * The same for an rpc without messages.
     *
     * @param count of calls
     * @param rpc the single call
     * @throws IllegalArgumentException if the count is negative
     * @throws NativeCallException if a call failed
     */
    public static void times(long count, Runnable rpc) {
        checkCount(count);
        for (long i = 0; i < count; i++) {
            try {
                rpc.run();
            } catch (Throwable e) {
                throw NativeCallException.ofBatch(i, e);
            }
        }
    }

    static void checkCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a batch can't have " + count + " calls");
        }
    }

    /** @param what for the message, such as the function's name */
    static void checkLengths(String what, long requests, long responses) {
        if (requests != responses) {
            throw new IllegalArgumentException(what + ": the batch has " + requests + " requests, but room for "
                    + responses + " responses; give arrays of one length");
        }
    }
}
