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
    private static final int FAILED = 0;

    /** The function's address, once it is needed. */
    private static final class Stub {
        static final MemorySegment ALLOCATE = Stubs.allocate(MethodHandles.lookup(), LentAllocator.class, "allocate");
    }

    private LentAllocator() {}

    static long address() {
        return Stub.ALLOCATE.address();
    }

    /** Native code asks for memory; the answer is NULL where there is none. */
    static long allocate(long self, long size, long alignment) {
        CallSlot slot = null;
        Throwable thrown = null;
        long address = FAILED;
        try {
            CallSlot found = CallSlots.find();
            SegmentAllocator allocator = found == null ? null : lender(found, self);
            if (allocator != null) {
                found.enterUpcall();
                slot = found;
                address = Access.allocateBare(allocator, size, alignment, "memory for a response")
                        .address();
            }
        } catch (Throwable e) {
            thrown = e; // becomes the cause of what the call then throws
        }
        if (slot != null) {
            slot.leaveUpcall(thrown);
        }
        return address;
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
