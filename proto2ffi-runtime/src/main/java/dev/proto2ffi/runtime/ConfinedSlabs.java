package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The memory of confined pools, which ordinary calls may pass as bare addresses in safe mode, too. Whoever would close other
 * memory during a call, in an upcall, is stopped by the JDK, which must be asked for that at each call, for each message. A
 * confined pool can be stopped for less: only its own {@link ConfinedPool#close} frees its memory, and only on the thread
 * that makes the call. So a call leaves the addresses of its messages in its {@link CallSlot}, and the pool looks there.
 *
 * <p>Whose memory a message is in would cost as much to find out. So a slot remembers the slabs of the last messages that
 * were found to be in such memory, and a call compares: see {@link CallSlot#knows}.
 */
final class ConfinedSlabs {
    /** A slot learns from every so many calls whose messages it doesn't know: they may alternate, or be in other memory. */
    static final int CALLS_PER_LESSON = 1_024;

    /**
     * Where the slabs of each open pool begin and end, by the scope of its memory. Not the segments, which would keep the scope:
     * pools can be dropped. Not the scope alone: what structs point to has it too, and is freed with the pool as well, but
     * {@link #isInUse} wouldn't see it.
     */
    private static final Map<MemorySegment.Scope, List<Range>> OPEN = Collections.synchronizedMap(new WeakHashMap<>());

    private record Range(long start, long end) {
        boolean has(MemorySegment segment) {
            return segment.address() >= start && segment.address() + segment.byteSize() <= end;
        }
    }

    private ConfinedSlabs() {}

    /** A pool of the calling thread has this slab, besides those that it had before. */
    static void added(MemorySegment slab) {
        Range range = new Range(slab.address(), slab.address() + slab.byteSize());
        OPEN.computeIfAbsent(slab.scope(), scope -> new CopyOnWriteArrayList<>())
                .add(range);
    }

    /** To be called before the slabs of a pool of the calling thread are freed. */
    static void forget() {
        CallSlot slot = CallSlots.find();
        if (slot != null) {
            slot.forgetSlabs();
        }
    }

    /** Whether all of the segment is in a slab that a confined pool of the calling thread has, and native code may write it. */
    static boolean isInOne(MemorySegment segment) {
        List<Range> slabs = OPEN.get(segment.scope());
        return slabs != null
                && segment.scope().isAlive()
                && segment.isAccessibleBy(Thread.currentThread())
                && !segment.isReadOnly()
                && slabs.stream().anyMatch(slab -> slab.has(segment));
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
