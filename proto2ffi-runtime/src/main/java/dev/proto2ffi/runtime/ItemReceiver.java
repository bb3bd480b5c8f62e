package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Java end of a stream that a native server feeds, a {@code p2f_stream}: one native function for all, which finds the
 * receiver in the frame of the call. Items may come during the call and on its thread; others are refused.
 */
final class ItemReceiver {
    /** The function's address, once it is needed. */
    private static final class Stub {
        static final MemorySegment SEND = Stubs.send(MethodHandles.lookup(), ItemReceiver.class, "send");
    }

    private final Runnable consumer;
    private final @Nullable ItemView item;

    /** What the consumer threw: it wants no more items. */
    private @Nullable Throwable thrown;

    private ItemReceiver(@Nullable ItemView item, Runnable consumer) {
        this.item = item;
        this.consumer = consumer;
    }

    static <T extends Struct> ItemReceiver of(StructType<T> type, Consumer<? super T> consumer) {
        ItemView view = new ItemView(type);
        return new ItemReceiver(view, () -> consumer.accept(view.get(type)));
    }

    /** A receiver of items that have no fields. */
    static ItemReceiver of(Runnable consumer) {
        return new ItemReceiver(null, consumer);
    }

    static long sendAddress() {
        return Stub.SEND.address();
    }

    @Nullable Throwable thrown() {
        return thrown;
    }

    /** Native code sends an item; the answer is 0, or why it shouldn't go on. */
    static int send(long stream, long address) {
        CallSlot slot = null;
        Throwable thrown = null;
        int code;
        try {
            CallSlot found = CallSlots.find();
            if (found == null || !found.calling) {
                return NativeCallException.INVALID_ARGUMENT; // not the thread of the call, or after it
            }
            ItemReceiver receiver = receiver(found, stream);
            if (receiver == null) {
                return NativeCallException.CLOSED;
            }
            found.enterUpcall();
            slot = found;
            code = receiver.accept(address);
        } catch (Throwable e) {
            thrown = e;
            code = NativeCallException.codeOf(e);
        }
        if (slot != null) {
            slot.leaveUpcall(thrown);
        }
        return code;
    }

    private static @Nullable ItemReceiver receiver(CallSlot slot, long stream) {
        for (CallFrame frame = slot.frame; frame != null; frame = frame.previous) {
            if (frame.streamAddress() == stream) {
                return frame.receiver;
            }
        }
        return null;
    }

    private int accept(long address) {
        if (thrown != null) {
            return NativeCallException.CANCELLED;
        }
        ItemView view = item;
        if (view != null && !view.fits(address)) {
            return NativeCallException.INVALID_ARGUMENT;
        }
        try {
            if (view != null) {
                view.begin(address);
            }
            consumer.run();
            return 0;
        } catch (Throwable e) {
            thrown = e; // the caller of the stream gets it, once the server has returned
            return NativeCallException.CANCELLED;
        } finally {
            if (view != null) {
                view.end();
            }
        }
    }
}
