package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The memory of confined pools, which ordinary calls may pass as bare addresses in safe mode, too. Who else would close it
 * during a call, in an upcall, is stopped by the JDK, which must be asked for that at each call, for each message. A
 * confined pool can be stopped for less: only its own {@link ConfinedPool#close} frees its memory, and only on the thread
 * that makes the call. So a call leaves the addresses of its messages in its {@link CallSlot}, and the pool looks there.
 *
 * <p>Whose memory a message is in would cost as much to find out. So a slot remembers the slabs of the last messages that
 * were found to be in such memory, and a call compares: see {@link CallSlot#knows}.
 */
final class ConfinedSlabs {
    /** A slot learns from every so many calls whose messages it doesn't know: they may alternate, or be in other memory. */
    static final int CALLS_PER_LESSON = 1_024;

    /** The scopes of the memory of confined pools that are open. Weak, so that pools can be dropped. */
    private static final Map<MemorySegment.Scope, Boolean> OPEN = Collections.synchronizedMap(new WeakHashMap<>());

    private ConfinedSlabs() {}

    /** A pool of the calling thread has memory of this scope. */
    static void opened(MemorySegment.Scope scope) {
        OPEN.put(scope, true);
    }

    /** It was closed. */
    static void closed(MemorySegment.Scope scope) {
        OPEN.remove(scope);
        CallSlot slot = CallSlots.find();
        if (slot != null) {
            slot.forgetSlabs();
        }
    }

    /** Whether all of the segment is memory that a confined pool of the calling thread has, and native code may write. */
    static boolean isOne(MemorySegment segment) {
        return OPEN.containsKey(segment.scope())
                && segment.scope().isAlive()
                && segment.isAccessibleBy(Thread.currentThread())
                && !segment.isReadOnly();
    }

    /** Whether a call that the calling thread is making, and that an upcall interrupts, was given an address in there. */
    static boolean isInUse(MemorySegment slab) {
        CallSlot slot = CallSlots.find();
        if (slot == null) {
            return false;
        }
        if (has(slab, slot.request) || has(slab, slot.response)) {
            return true;
        }
        for (CallFrame outer = slot.frame().previous; outer != null; outer = outer.previous) {
            if (has(slab, outer.request) || has(slab, outer.response)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(MemorySegment slab, long address) {
        return address >= slab.address() && address - slab.address() < slab.byteSize();
    }
}
