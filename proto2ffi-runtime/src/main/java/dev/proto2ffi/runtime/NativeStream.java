package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A native caller's {@code p2f_stream}, as Java servers see it. It takes items during the call and on its thread.
 *
 * @param <R> class of the items
 */
@SuppressWarnings("ReferenceEquality") // of a thread, identity is what counts
final class NativeStream<R> implements Consumer<R> {
    private final long address;
    private final boolean hasFields;
    private final String rpc;
    private final Thread thread = Thread.currentThread();
    private volatile boolean ended;
    private int cancelled;

    /**
     * @param address of the stream
     * @param hasFields whether the items have
     * @param rpc for messages
     */
    NativeStream(long address, boolean hasFields, String rpc) {
        this.address = address;
        this.hasFields = hasFields;
        this.rpc = rpc;
    }

    /** The code with which the receiver refused an item, or 0. */
    int cancelled() {
        return cancelled;
    }

    void end() {
        ended = true;
    }

    @Override
    public void accept(R item) {
        if (ended) {
            throw new IllegalStateException(rpc + ": items may be sent during the call only");
        }
        if (Thread.currentThread() != thread) {
            throw new WrongThreadException(rpc + ": items may be sent by the thread of the call only: "
                    + thread.getName() + ", not " + Thread.currentThread().getName());
        }
        if (hasFields) {
            Objects.requireNonNull(item, rpc); // native receivers needn't expect NULL
        }
        if (cancelled == 0) {
            Throwable thrown = send(hasFields ? (StructView) item : null);
            if (cancelled == 0) {
                return;
            }
            throw refused(thrown);
        }
        throw refused(null);
    }

    private NativeCallException refused(@Nullable Throwable cause) {
        return new NativeCallException(cancelled, "the receiver of the stream wants no more items", cause);
    }

    private @Nullable Throwable send(@Nullable StructView item) {
        MemorySegment function =
                MemorySegment.ofAddress(Pointers.memory().get(ValueLayout.JAVA_LONG_UNALIGNED, address));
        CallSlot slot = CallSlots.begin();
        int code;
        try {
            if (item == null) {
                code = (int) Handles.Longs2.ORDINARY.invokeExact(function, address, 0L);
            } else if (Access.RAW) {
                code = (int) Handles.Longs2.ORDINARY.invokeExact(function, address, CallArguments.raw(item));
            } else {
                code = (int) Handles.Send.ORDINARY.invokeExact(function, address, CallArguments.segment(item));
            }
        } catch (Throwable e) {
            throw slot.abandon(e);
        } finally {
            Reference.reachabilityFence(item);
        }
        cancelled = code;
        return slot.endPlain();
    }
}
