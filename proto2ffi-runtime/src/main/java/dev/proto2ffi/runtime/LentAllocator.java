package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * A Java allocator as native servers see it, a {@code p2f_allocator}: one native function for all, which finds the
 * allocator in the frame of the call. It works during the call and on its thread; elsewhere it has no memory.
 */
final class LentAllocator {
    /** The function's address, once it is needed. */
    private static final class Stub {
        static final MemorySegment ALLOCATE = Stubs.allocate(MethodHandles.lookup(), LentAllocator.class, "allocate");
    }

    private LentAllocator() {}

    static long address() {
        return Stub.ALLOCATE.address();
    }

    /** Native code asks for memory; the answer is NULL where there is none. Nothing is thrown. */
    static long allocate(long self, long size, long alignment) {
        try {
            CallSlot slot = CallSlots.find();
            SegmentAllocator allocator = slot == null ? null : lender(slot, self);
            return slot == null || allocator == null ? 0 : ask(slot, allocator, size, alignment);
        } catch (Throwable e) {
            return 0;
        }
    }

    private static long ask(CallSlot slot, SegmentAllocator allocator, long size, long alignment) {
        Throwable thrown = null;
        slot.enterUpcall();
        try {
            slot.checkStack();
            return Access.allocateBare(allocator, size, alignment, "memory of a response")
                    .address();
        } catch (Throwable e) {
            thrown = e; // becomes the cause of what the call then throws
            return 0;
        } finally {
            slot.leaveUpcall(thrown);
        }
    }

    private static @Nullable SegmentAllocator lender(CallSlot slot, long self) {
        if (!slot.calling) {
            return null;
        }
        for (CallFrame frame = slot.frame; frame != null; frame = frame.previous) {
            if (frame.allocatorAddress() == self) {
                return frame.allocator;
            }
        }
        return null;
    }
}
