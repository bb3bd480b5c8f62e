package dev.proto2ffi.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The free slots of a shared pool that no thread cache holds: a lock-free stack (R. K. Treiber, 1986), of which a chain of
 * slots can be taken or given by one compare-and-set. It takes and gives slots, one or a batch, and knows nothing of
 * leases.
 *
 * <p><b>The head</b> is one long: the number of the top slot, and above it a tag that each change increments. A thread
 * that takes reads the head, follows the links below it, and sets the head to what lies under the chain. Others may
 * change the links meanwhile, but only of slots that they took, and each taking changes the tag: so if the head is still
 * what it was, the links were as they were read, and no slot was gone and back (the ABA problem). Of those who saw the
 * same head one succeeds. The tag has 39 bits. For it to mislead, a thread would have to be suspended
 * between its read and its compare-and-set while the others make an exact multiple of 2<sup>39</sup>
 * changes, and the same slot be on top again: at 10 ns a change, which one core can't keep up for the caches' batches,
 * that is an hour and a half of doing nothing else, hit to the change.
 *
 * <p><b>Memory order.</b> A slot's memory, its view and its link are accessed plainly (links opaquely) by whoever has the
 * slot. To give it, he sets the head by a compare-and-set, and to take it, the next one sets it by another. These have
 * volatile semantics, and each replaces the value that the one before it wrote: so all changes of the head are ordered,
 * each happens before the next, and all that a thread did with a slot before it gave it happens before all that the next
 * one does who takes it, however many changes lie between. Reads before the compare-and-set succeeded (of links and
 * views, never of structs) may be stale; they see at least what was published with the head they follow, read by acquire,
 * and are thrown away if the head changed.
 *
 * <p><b>The depth.</b> Each link also says how many slots lie from there down. So the head, read twice with the link of
 * its slot between, tells how much was in stock at one moment.
 *
 * @param <T> the generated class
 */
final class Stock<T extends Struct> extends StockHead {
    /** Enough for the largest capacity, 2<sup>24</sup>, and a quarter more for thread caches; 0 in the head is no slot. */
    private static final int SLOT_BITS = 25;

    private static final long SLOT_MASK = (1L << SLOT_BITS) - 1;

    /** Each slab but the first is at least as large as all before it, or is the last. */
    private static final int MAX_SLABS = SLOT_BITS + 1;

    private static final VarHandle HEAD;

    static {
        try {
            HEAD = MethodHandles.lookup().findVarHandle(StockHead.class, "head", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // The other half of the padding; see CacheLinePadding.
    long unused0, unused1, unused2, unused3, unused4, unused5, unused6, unused7;
    long unused8, unused9, unused10, unused11, unused12, unused13, unused14, unused15;

    /**
     * Filled from the start, each before a slot of it can come into the head. Read without order: a slab that isn't seen
     * yet is one whose slots a stale link names, and its fields are final.
     */
    private final @Nullable SharedSlab<T>[] slabs;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Stock() {
        slabs = new SharedSlab[MAX_SLABS];
    }

    /**
     * Takes the top slot, if more than {@code reserve} are in stock.
     *
     * @return its number, or {@link SharedSlab#NO_SLOT} if at one moment during the call there weren't
     */
    int take(int reserve) {
        while (true) {
            long seen = (long) HEAD.getAcquire(this);
            int top = slot(seen);
            SharedSlab<T> slab = slabOf(top);
            if (slab == null) {
                return SharedSlab.NO_SLOT;
            }
            long link = slab.link(top);
            if (slab.depth(top, link) <= reserve) {
                if (isStill(seen)) {
                    return SharedSlab.NO_SLOT;
                }
            } else if (replace(seen, SharedSlab.next(top, link))) {
                return top;
            }
            Thread.onSpinWait();
        }
    }

    /**
     * Moves a batch into a cache that has no views, or as much of it as there is beyond {@code reserve}: slots that have
     * views or, if there are none on top, ones that were never used. Of the latter a cache that has some gets no more.
     *
     * @param cache the calling thread's own
     * @return false if at one moment during the call there weren't more than {@code reserve} in stock, or no others
     *     than a cache with unused slots may have
     */
    boolean refill(ThreadCache cache, int reserve) {
        while (true) {
            long seen = (long) HEAD.getAcquire(this);
            int top = slot(seen);
            SharedSlab<T> slab = slabOf(top);
            if (slab == null) {
                return false;
            }
            int most = Math.min(cache.batch.length, slab.depth(top, slab.link(top)) - reserve);
            if (most <= 0) {
                if (isStill(seen)) {
                    return false;
                }
            } else if (slab.view(top) != null) {
                if (takeUsed(cache, seen, most)) {
                    return true;
                }
            } else if (cache.fresh < cache.freshEnd) {
                return false;
            } else if (takeUnused(cache, seen, slab, most)) {
                return true;
            }
            Thread.onSpinWait();
        }
    }

    /** If a slot was never used then those after it in the slab weren't either, for they lie below it since the beginning. */
    private boolean takeUnused(ThreadCache cache, long seen, SharedSlab<T> slab, int most) {
        int top = slot(seen);
        int last = Math.min(top + most, slab.end) - 1;
        if (!replace(seen, SharedSlab.next(last, slab.link(last)))) {
            return false;
        }
        cache.fresh = top;
        cache.freshEnd = last + 1;
        slab.makeViews(cache.fresh, cache.freshEnd);
        return true;
    }

    private boolean takeUsed(ThreadCache cache, long seen, int most) {
        int slot = slot(seen);
        int taken = 0;
        while (taken < most) {
            SharedSlab<T> slab = slabOf(slot);
            if (slab == null) {
                return false; // the head has changed
            }
            StructView view = slab.view(slot);
            if (view == null) {
                break;
            }
            cache.views[taken++] = view;
            slot = SharedSlab.next(slot, slab.link(slot));
        }
        if (!replace(seen, slot)) {
            return false;
        }
        cache.count = taken;
        return true;
    }

    /** Gives a slot. */
    void give(int slot) {
        SharedSlab<T> slab = slabOf(slot);
        while (true) {
            long seen = (long) HEAD.getAcquire(this);
            slab.link(slot, slot(seen), depth(seen) + 1);
            if (replace(seen, slot)) {
                return;
            }
            Thread.onSpinWait();
        }
    }

    /**
     * Gives slots, the first of which comes to lie on top.
     *
     * @param slots their numbers, all of the array
     */
    void give(int[] slots) {
        while (true) {
            long seen = (long) HEAD.getAcquire(this);
            int below = slot(seen);
            int depth = depth(seen);
            for (int i = slots.length - 1; i >= 0; i--) {
                slabOf(slots[i]).link(slots[i], below, ++depth);
                below = slots[i];
            }
            if (replace(seen, below)) {
                return;
            }
            Thread.onSpinWait();
        }
    }

    /** Adds a slab with all its slots. One caller at a time. */
    void add(SharedSlab<T> slab) {
        int place = 0;
        while (slabs[place] != null) {
            place++;
        }
        slabs[place] = slab;
        while (true) {
            long seen = (long) HEAD.getAcquire(this);
            slab.linkOver(slot(seen), depth(seen));
            if (replace(seen, slab.first)) {
                return;
            }
            Thread.onSpinWait();
        }
    }

    /** How many slots were in stock at one moment during the call. */
    int depth() {
        while (true) {
            long seen = (long) HEAD.getAcquire(this);
            int depth = depth(seen);
            if (isStill(seen)) {
                return depth;
            }
        }
    }

    /** The slab that a view is over, or null if it is of none. */
    @Nullable SharedSlab<T> slabOf(StructView view) {
        for (SharedSlab<T> slab : slabs) {
            if (slab == null || slab.made(view)) {
                return slab;
            }
        }
        return null;
    }

    /** The slab that has a slot, or null if there is no such slot or it can't be seen yet. */
    @Nullable SharedSlab<T> slabOf(int slot) {
        for (SharedSlab<T> slab : slabs) {
            if (slab == null || slab.has(slot)) {
                return slab;
            }
        }
        return null;
    }

    /** Poisons all views that were made. */
    void poison() {
        for (SharedSlab<T> slab : slabs) {
            if (slab != null) {
                slab.poison();
            }
        }
    }

    /** How many slots are below a head and in it; of no meaning if the head has changed. */
    private int depth(long head) {
        int top = slot(head);
        SharedSlab<T> slab = slabOf(top);
        return slab == null ? 0 : slab.depth(top, slab.link(top));
    }

    private boolean isStill(long seen) {
        VarHandle.acquireFence(); // the links were read before the head is read again
        return (long) HEAD.getOpaque(this) == seen;
    }

    private boolean replace(long seen, int top) {
        long tag = (seen & ~SLOT_MASK) + SLOT_MASK + 1;
        return HEAD.compareAndSet(this, seen, tag | top + 1);
    }

    private static int slot(long head) {
        return (int) (head & SLOT_MASK) - 1;
    }
}

/** The one word that all threads write, alone in its cache lines. */
class StockHead extends CacheLinePadding {
    volatile long head;
}
