package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * A native caller's {@code p2f_allocator}, as Java servers see it. It may be used during the call and on its thread. Its
 * memory is the caller's: it is what the response may point to.
 */
@SuppressWarnings("ReferenceEquality") // of a thread, identity is what counts
final class NativeAllocator implements SegmentAllocator {
    private final long address;
    private final CallMemory memory;
    private final Thread thread = Thread.currentThread();
    private volatile boolean ended;

    private NativeAllocator(long address, CallMemory memory) {
        this.address = address;
        this.memory = memory;
    }

    /** @throws NativeCallException if there can't be one at the address */
    static NativeAllocator of(long address, CallMemory memory) {
        if (address == 0) {
            throw CallMemory.invalid("allocator is NULL");
        }
        return new NativeAllocator(address, memory);
    }

    static void end(@Nullable NativeAllocator allocator) {
        if (allocator != null) {
            allocator.ended = true;
        }
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        if (byteSize < 0 || byteAlignment <= 0 || (byteAlignment & byteAlignment - 1) != 0) {
            throw new IllegalArgumentException(
                    "can't allocate " + byteSize + " bytes aligned to " + byteAlignment + ", a power of two");
        }
        if (ended) {
            throw new IllegalStateException("the allocator of a response may be used during the call only");
        }
        if (Thread.currentThread() != thread) {
            throw new WrongThreadException("the allocator of a response may be used by the thread of the call only: "
                    + thread.getName() + ", not " + Thread.currentThread().getName());
        }
        return memory.bound(ask(Math.max(byteSize, 1), byteAlignment), byteSize);
    }

    private long ask(long size, long alignment) {
        MemorySegment function =
                MemorySegment.ofAddress(Pointers.memory().get(ValueLayout.JAVA_LONG_UNALIGNED, address));
        CallSlot slot = CallSlots.begin();
        long given;
        try {
            given = (long) Handles.Allocate.ORDINARY.invokeExact(function, address, size, alignment);
        } catch (Throwable e) {
            throw slot.abandon(e);
        }
        Throwable thrown = slot.endPlain();
        if (given == 0) {
            OutOfMemoryError error =
                    new OutOfMemoryError("the caller's allocator has no memory for " + size + " bytes of a response");
            error.initCause(thrown);
            throw error;
        }
        return given;
    }
}
