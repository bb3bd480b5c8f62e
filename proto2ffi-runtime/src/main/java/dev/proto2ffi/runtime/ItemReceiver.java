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

    /** Native code sends an item; the answer is 0, or why it shouldn't go on. Nothing is thrown. */
    static int send(long stream, long address) {
        try {
            CallSlot slot = CallSlots.find();
            if (slot == null || !slot.calling) {
                return NativeCallException.INVALID_ARGUMENT; // not the thread of the call, or after it
            }
            ItemReceiver receiver = receiver(slot, stream);
            return receiver == null ? NativeCallException.CLOSED : receiver.take(slot, address);
        } catch (Throwable e) {
            return NativeCallException.codeOf(e);
        }
    }

    private static @Nullable ItemReceiver receiver(CallSlot slot, long stream) {
        for (CallFrame frame = slot.frame; frame != null; frame = frame.previous) {
            if (frame.streamAddress() == stream) {
                return frame.receiver;
            }
        }
        return null;
    }

    private int take(CallSlot slot, long address) {
        slot.enterUpcall();
        try {
            return accept(slot, address);
        } finally {
            slot.leaveUpcall(null);
        }
    }

    private int accept(CallSlot slot, long address) {
        if (thrown != null) {
            return NativeCallException.CANCELLED;
        }
        ItemView view = item;
        if (view != null && !view.fits(address)) {
            return NativeCallException.INVALID_ARGUMENT;
        }
        try {
            slot.checkStack();
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
