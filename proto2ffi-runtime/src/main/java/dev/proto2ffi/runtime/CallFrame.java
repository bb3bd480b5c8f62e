package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call to native code has beside its messages: memory for the error, and for the allocator or the stream that the
 * function gets, with what stands behind them in Java. A call from within an upcall has the next frame of its thread. It
 * belongs to one thread at a time; its memory lives for ever, since nobody knows who kept the address.
 */
final class CallFrame {
    /** Bytes of a {@code p2f_stream} or a {@code p2f_allocator}, which begin with their function, and have no more. */
    private static final long SUPPORT_SIZE = 16;

    private static final long SIZE = NativeError.SIZE + 2 * SUPPORT_SIZE;
    static final long CACHE_LINE = 64;

    final @Nullable CallFrame previous;

    /** How many calls of the thread are waiting for upcalls to return. */
    final int depth;

    private @Nullable CallFrame next;
    private final MemorySegment memory;

    /** The native address of the {@code p2f_error}. */
    final long error;

    /** What {@link CallSlot#afterwards} was when the next frame came into use. */
    int afterwards;

    /** What {@link CallSlot#request} and {@link CallSlot#response} were then. */
    long request;

    long response;

    /** The last exception that an upcall threw during the call of this frame. */
    @Nullable Throwable thrown;

    /** Who gives memory to the function that is being called, or null. */
    @Nullable SegmentAllocator allocator;

    /** Who gets the items that the function sends, or null. */
    @Nullable ItemReceiver receiver;

    CallFrame(@Nullable CallFrame previous) {
        this.previous = previous;
        this.depth = previous == null ? 0 : previous.depth + 1;
        this.memory = Arena.global().allocate(SIZE, CACHE_LINE);
        this.error = memory.address();
    }

    /** The frame of the calls that an upcall makes. */
    CallFrame next() {
        CallFrame frame = next;
        if (frame == null) {
            frame = new CallFrame(this);
            next = frame;
        }
        return frame;
    }

    /**
     * The native address of a {@code p2f_allocator} that asks the given one, until it is taken away.
     *
     * @param struct that points to the memory, for messages
     */
    long lend(SegmentAllocator from, String struct) {
        memory.set(ValueLayout.JAVA_LONG, NativeError.SIZE, LentAllocator.address());
        allocator = Access.forPointers(Objects.requireNonNull(from), struct);
        return allocatorAddress();
    }

    long allocatorAddress() {
        return error + NativeError.SIZE;
    }

    /** The native address of a {@code p2f_stream} that feeds the receiver, until it is taken away. */
    long open(ItemReceiver to) {
        memory.set(ValueLayout.JAVA_LONG, NativeError.SIZE + SUPPORT_SIZE, ItemReceiver.sendAddress());
        receiver = to;
        return streamAddress();
    }

    long streamAddress() {
        return error + NativeError.SIZE + SUPPORT_SIZE;
    }

    /** Takes away what was lent for a call. */
    void leave() {
        allocator = null;
        receiver = null;
        thrown = null;
    }
}
