package dev.proto2ffi.runtime;

import java.lang.foreign.SegmentAllocator;
import java.lang.ref.Reference;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A pool of the checked mode, around the one that would serve without it: hands out a new view each time, over memory
 * with the lifetime of a {@link CheckedLease}. A lease costs two stack traces, an arena, and references that the garbage
 * collector watches, about ten microseconds in all; ending that of a shared pool's struct, which any thread may be using,
 * a handshake with all threads on top.
 *
 * @param <T> the generated class
 */
final class CheckedPool<T extends Struct> extends StructPool<T> {
    /**
     * What fills a struct that was given back: native code that goes on using it finds no plausible number, and a pointer
     * that leads nowhere on any machine.
     */
    static final byte RELEASED = (byte) 0xA5;

    private final StructPool<T> inner;
    private final boolean fills;
    private final @Nullable Thread owner;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<CheckedLease> leases = ConcurrentHashMap.newKeySet();
    private final LeakTally leaks = new LeakTally();

    /** Slots of leaked structs whose leases have ended; given back by a thread that may use the pool. */
    private final Queue<StructView> reclaimed = new ConcurrentLinkedQueue<>();

    /**
     * A pool around another, for the same threads.
     *
     * @param zeroed whether the other sets what it hands out to defaults, so that released structs may be overwritten
     */
    CheckedPool(StructPool<T> inner, boolean zeroed) {
        super(inner.structType());
        this.inner = inner;
        this.fills = zeroed;
        this.owner = inner.isShared() ? null : Thread.currentThread();
    }

    @Override
    public T acquire() {
        checkUsable();
        giveBackReclaimed();
        T slot = inner.acquire();
        return CheckedLease.begin(this, (StructView) slot, new LeaseTrace("acquired"));
    }

    /** Takes note of a lease, before its view is handed out. */
    void began(CheckedLease lease) {
        leases.add(lease);
        if (closed.get()) { // by another thread, which may have missed this lease
            lease.end(new LeaseTrace("freed with its pool"));
            throw closed(structType());
        }
    }

    @Override
    public Lease<T> lease() {
        return new Lease.OfChecked<>(this, acquire());
    }

    @Override
    public void release(T struct) {
        checkUsable();
        CheckedLease lease = leaseOf(struct);
        try {
            if (!lease.end(new LeaseTrace("released"))) {
                throw LeaseException.releasedTwice(lease);
            }
        } finally {
            Reference.reachabilityFence(struct); // until here it hasn't leaked
        }
        leases.remove(lease);
        giveBack(lease.slot());
    }

    /** The lease of a view that this pool handed out, whether or not it has ended. */
    private CheckedLease leaseOf(T struct) {
        StructView view = (StructView) struct;
        CheckedLease lease = LeaseRegistry.find(view.segment.scope());
        if (lease == null) {
            throw LeaseException.notOfAnyPool(structType(), view);
        }
        if (lease.pool() != this) {
            throw LeaseException.ofAnotherPool(this, lease);
        }
        if (!lease.isOf(view)) {
            throw LeaseException.derived(lease);
        }
        return lease;
    }

    @SuppressWarnings("unchecked") // the slots are the inner pool's own
    private void giveBack(StructView slot) {
        if (fills) {
            slot.structSegment().fill(RELEASED);
        }
        inner.release((T) slot);
    }

    /** Takes a struct back that leaked and can't be reached; called by the cleaner's thread. */
    void reclaim(CheckedLease lease) {
        if (endLeaked(lease, lease.acquired())) {
            reclaimed.add(lease.slot());
        }
    }

    private void giveBackReclaimed() {
        for (StructView slot = reclaimed.poll(); slot != null; slot = reclaimed.poll()) {
            giveBack(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the slots are the inner pool's own
    public SegmentAllocator allocator(T struct) {
        checkUsable();
        CheckedLease lease = leaseOf(struct);
        if (lease.ended() != null) {
            throw lease.usedAfterRelease();
        }
        try {
            return lease.owning(inner.allocator((T) lease.slot()));
        } finally {
            Reference.reachabilityFence(struct);
        }
    }

    @Override
    public int capacity() {
        return inner.capacity();
    }

    @Override
    public int inUse() {
        return closed.get() ? 0 : inner.inUse() - reclaimed.size();
    }

    @Override
    public int highWater() {
        return inner.highWater();
    }

    @Override
    public boolean isShared() {
        return inner.isShared();
    }

    /**
     * Where a native call is using a struct, the pool stays open, but of the structs in use some may have ended by then.
     */
    @Override
    public void close() {
        checkUsable();
        if (!closed.compareAndSet(false, true)) {
            throw closed(structType());
        }
        boolean freed = false;
        try {
            endAll(new LeaseTrace("freed with its pool"));
            inner.close();
            freed = true;
        } finally {
            closed.set(freed);
        }
        reclaimed.clear();
        LeaseException leaked = leaks.toException(structType());
        if (leaked != null) {
            throw leaked;
        }
    }

    private void endAll(LeaseTrace closing) {
        for (CheckedLease lease : leases) {
            if (endLeaked(lease, closing)) {
                lease.recordLeak();
                reclaimed.add(lease.slot()); // should the pool stay open
            }
        }
    }

    /** Ends the lease of a struct that leaked; false if it had ended. A leak counts before others see its lease ended. */
    private boolean endLeaked(CheckedLease lease, LeaseTrace how) {
        synchronized (leaks) {
            if (!lease.end(how)) {
                return false;
            }
            leaks.add(lease.acquired());
        }
        leases.remove(lease);
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // there is one object for a thread
    private void checkUsable() {
        if (owner != null && Thread.currentThread() != owner) {
            throw wrongThread(structType(), owner);
        }
        if (closed.get()) {
            throw closed(structType());
        }
    }
}
