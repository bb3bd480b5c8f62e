package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The pool of all threads. A platform thread has a small {@link ThreadCache} of free slots that it alone touches, so the
 * usual acquire and release are those of a confined pool: plain loads and stores, no atomic operation, no fence. Caches
 * exchange batches with the {@link Stock}, by one compare-and-set each; threads without a cache, virtual ones above all,
 * go to the stock for each struct. No thread ever waits for another one there. A lock is taken only to grow and to close.
 *
 * <p><b>Bounds.</b> Free slots may lie in the caches of threads that don't need them, where nobody else can get at them.
 * So the pool has more slots than its capacity: one share for each cache, a quarter of the first capacity in all at most.
 * Two promises follow, and a third for small pools, which have no caches:
 *
 * <ol>
 *   <li><em>Nobody is refused while fewer structs than the capacity are in use.</em> A thread may take a slot if the stock
 *       keeps the shares of all caches that are known to be empty: those that never had an owner, and its own, if it has
 *       one, since it asks the stock only when that is empty. Let the pool have {@code C + K * S} slots: {@code C} is the
 *       capacity, {@code K} the number of caches, {@code S} the share of each. A refused thread found at most
 *       {@code S * (K - others)} slots in stock at the moment at which it read the head, and {@code others} caches claimed
 *       by others before and after that. (The number never falls, so it was the same at that moment.) Their caches, and
 *       what they were about to put there, held at most {@code S * others} slots. The rest is in use, no less than
 *       {@code C}.
 *   <li><em>A pool that one thread uses hands out its capacity exactly</em>; with more threads at most {@code S} more
 *       for each cache that was ever claimed by another thread.
 * </ol>
 *
 * <p><b>Memory order.</b> A view and its struct belong to one thread at a time, which accesses them plainly. Whoever
 * hands a struct to another thread publishes it as any object, by a queue, a lock or a volatile field; the pool isn't part
 * of that. What the pool hands on is in order: within a cache it is the same thread, or the heir of a dead one
 * (see {@link ThreadCache}); through the stock a compare-and-set orders the two (see {@link Stock}). That covers the
 * address in the view too, the sign bit of which poisons it.
 *
 * <p><b>What isn't noticed</b> without the checked mode: that two threads give back the same view at the same time, with
 * nothing that orders them. Either may see it in use, and the slot would be handed out twice.
 *
 * <p><b>Closing</b> may happen in any thread and waits for nobody. In safe mode a thread that is using the pool or its
 * structs at that moment gets an exception from the memory or from the pool. In raw mode nothing stands between it and
 * memory that was freed: whoever closes must see to it that no other thread still uses structs, or acquires or releases
 * them.
 *
 * @param <T> the generated class
 */
@SuppressWarnings("ReferenceEquality") // threads, caches and views are what they are, not what they equal
sealed class SharedPool<T extends Struct> extends FirstThreads<T> permits ZeroedSharedPool {
    private final int maxCapacity;
    private final OwnedMemory memory;
    private final PoolRest rest;
    private final ThreadCaches caches;
    private final Stock<T> stock = new Stock<>();

    /** What {@link #caches} has, for the fast path; after close a table in which no thread finds its own. */
    private ThreadCache[] table;

    /** The newest slab: its views take the fast road back. Null where none may: releases have more to do, or are errors. */
    private @Nullable MemorySegment fastSlab;

    private volatile int capacity;
    private volatile boolean closed;

    /** Held to grow and to close. Not a monitor, which would pin virtual threads to their carriers before JDK 24. */
    private final ReentrantLock shape = new ReentrantLock();

    /** How many slots were ever handed out. */
    private final AtomicInteger used = new AtomicInteger();

    SharedPool(PoolBuilder<T> builder) {
        super(builder.type());
        this.maxCapacity = builder.maxCapacity();
        this.memory = OwnedMemory.ofShared(name(builder.type()));
        this.rest = new PoolRest(builder, true);
        this.caches = new ThreadCaches(builder.capacity());
        this.table = caches.table();
        addSlab(0, builder.capacity() + caches.slots());
        this.capacity = builder.capacity();
    }

    @Override
    @SuppressWarnings("unchecked") // the views are those of the type's own factory
    public T acquire() {
        return (T) take();
    }

    /** A view that points to its struct, with the contents that the slot was left with. */
    final StructView take() {
        Thread thread = Thread.currentThread();
        long number = thread.threadId();
        StructView view = firstHot;
        long address;
        if (firstOwner == number && view.address == firstFree) { // so there is one
            address = firstAddress;
        } else {
            view = secondHot;
            if (secondOwner == number && view.address == secondFree) {
                address = secondAddress;
            } else {
                return takeFromCache(thread, number);
            }
        }
        view.address = address;
        return view;
    }

    /** Of all but the first threads, and of those while their hot view is in use. */
    private StructView takeFromCache(Thread thread, long number) {
        ThreadCache cache = placeOf(number);
        StructView view = cache.hot;
        long address;
        if (cache.hotOwner == number && view.address == cache.hotFree) {
            address = cache.hotAddress;
        } else {
            int top = cache.count - 1;
            if (top < 0 || !cache.isOwnedBy(thread)) {
                // Puts a view into the cache instead of answering it: so the JIT knows all of the way below it,
                // however it came there, and doesn't read again what it has just written.
                cache = caches.of(thread);
                if (cache == null || !refill(cache, thread, number)) {
                    return takeSlowly(cache);
                }
                top = cache.count - 1;
            }
            view = cache.views[top];
            address = view.address & Long.MAX_VALUE;
            cache.count = top;
        }
        view.address = address;
        return view;
    }

    /** Where a thread's cache is if it has one; it may be another thread's. */
    private ThreadCache placeOf(long number) {
        return table[(int) number & ThreadCaches.TABLE - 1];
    }

    @Override
    public Lease<T> lease() {
        return new Lease.OfShared<>(this, acquire());
    }

    @Override
    public final void release(T struct) {
        StructView view = (StructView) struct;
        Thread thread = Thread.currentThread();
        long number = thread.threadId();
        if (firstOwner == number && view == firstHot && view.address >= 0) {
            view.address = firstFree;
            return;
        }
        if (secondOwner == number && view == secondHot && view.address >= 0) {
            view.address = secondFree;
            return;
        }
        giveToCache(view, thread, number);
    }

    /** A method of its own: so the JIT has fewer values to keep on the way of threads that aren't among the first. */
    private void giveToCache(StructView view, Thread thread, long number) {
        ThreadCache cache = placeOf(number);
        if (view == cache.hot && cache.hotOwner == number && view.address >= 0) {
            view.address = cache.hotFree;
            return;
        }
        int top = cache.count;
        if (readAgain(view) >= 0 && view.isOverAllOf(fastSlab) && cache.isOwnedBy(thread) && top < cache.views.length) {
            // The sign bit poisons the view as NOWHERE does, and the address can still be told.
            view.address |= Access.NOWHERE;
            cache.push(view, top);
        } else {
            releaseSlowly(view, thread);
        }
    }

    /** Sees to it that there is a view on the stack of the thread's cache, if that can be without growing the pool. */
    private boolean refill(ThreadCache cache, Thread thread, long number) {
        checkOpen();
        if (cache.count == 0) { // else it comes from a dead thread, or the table leads to another one's
            StructView view = throughCache(cache);
            if (view == null) {
                return false;
            }
            cache.push(view, cache.count);
            if (!rest.hasAllocators()) { // else a release has more to do
                keepHot(cache, view, number);
            }
        }
        if (cache.hotOwner == number && !isAmongFirst(number) && join(cache, thread) && closed) {
            forgetFirst();
            throw closed(structType());
        }
        return true;
    }

    /**
     * Of threads that have no cache, and of all once a slot is hard to find.
     *
     * @param cache the calling thread's, if it has one
     */
    private StructView takeSlowly(@Nullable ThreadCache cache) {
        int tried;
        do {
            checkOpen();
            tried = capacity; // before the stock is looked at: what is added meanwhile is looked at, too
            StructView view = cache == null ? fromStock() : throughCache(cache);
            if (view != null) {
                view.address &= Long.MAX_VALUE;
                return view;
            }
        } while (grow(tried));
        StructView view = rest.fallback(tried);
        checkOpen();
        return view;
    }

    private @Nullable StructView throughCache(ThreadCache cache) {
        while (cache.isEmpty()) {
            int reserve = caches.reserve(true);
            if (!stock.refill(cache, reserve)) {
                if (cache.fresh < cache.freshEnd) {
                    return firstUse(cache);
                }
                if (reserve == caches.reserve(true)) {
                    return null;
                }
            } else if (cache.isEmpty()) {
                return firstUse(cache);
            }
        }
        return cache.pop();
    }

    private @Nullable StructView fromStock() {
        while (true) {
            int reserve = caches.reserve(false);
            int slot = stock.take(reserve);
            if (slot != SharedSlab.NO_SLOT) {
                StructView view = stock.slabOf(slot).view(slot);
                return view == null ? firstUse(slot) : view;
            }
            if (reserve == caches.reserve(false)) {
                return null;
            }
        }
    }

    private StructView firstUse(ThreadCache cache) {
        StructView view = firstUse(cache.fresh);
        cache.fresh++; // last, so that the slot stays the cache's if there is no heap for its view
        return view;
    }

    private StructView firstUse(int slot) {
        StructView view = stock.slabOf(slot).firstUse(slot);
        used.incrementAndGet();
        return view;
    }

    /** Adds a slab, unless somebody else did after the caller saw that capacity; false if there may be no more. */
    private boolean grow(int seen) {
        if (seen == maxCapacity) {
            return false;
        }
        shape.lock();
        try {
            checkOpen();
            if (capacity == seen) {
                int more = Math.min(seen, maxCapacity - seen);
                addSlab(seen + caches.slots(), more);
                capacity = seen + more;
                PoolEvents.grown(structType().name(), seen, seen + more);
            }
            return true;
        } finally {
            shape.unlock();
        }
    }

    private void addSlab(int first, int slots) {
        SharedSlab<T> added = SharedSlab.allocate(structType(), memory, first, slots);
        fastSlab = rest.hasAllocators() ? null : added.commonMemory();
        stock.add(added);
    }

    private void releaseSlowly(StructView view, Thread thread) {
        boolean released = view.address < 0; // first, for who closes the pool poisons views after that
        checkOpen();
        if (released) {
            throw LeaseException.releasedTwice(structType());
        }
        SharedSlab<T> slab = stock.slabOf(view);
        if (slab == null) {
            rest.releaseFallback(view);
            return;
        }
        ThreadCache cache = caches.of(thread);
        if (cache != null && cache.count == cache.views.length) {
            giveBatch(cache);
        }
        int slot = slab.slotOf(view);
        rest.resetAllocator(view);
        view.address |= Access.NOWHERE; // after all that may fail
        if (cache != null) {
            cache.push(view, cache.count);
        } else {
            stock.give(slot);
        }
    }

    /** Half of a full cache goes to the stock: those that were given back last stay, for their memory is warm. */
    private void giveBatch(ThreadCache cache) {
        int[] batch = cache.batch;
        int kept = cache.views.length - batch.length;
        for (int i = 0; i < batch.length; i++) {
            StructView view = cache.views[i];
            batch[i] = stock.slabOf(view).slotOf(view);
        }
        System.arraycopy(cache.views, batch.length, cache.views, 0, kept);
        cache.count = kept; // first, so that no error can leave a slot in two places
        stock.give(batch);
    }

    @Override
    public SegmentAllocator allocator(T struct) {
        StructView view = (StructView) struct;
        checkOpen();
        SegmentAllocator allocator = rest.allocator(view, stock.slabOf(view) != null);
        checkOpen();
        return allocator;
    }

    @Override
    public int capacity() {
        return capacity;
    }

    /** Exact while no other thread acquires or releases. */
    @Override
    public int inUse() {
        if (closed) {
            return 0;
        }
        int slots = capacity + caches.slots();
        return Math.max(0, slots - stock.depth() - caches.size()) + rest.fallbacks();
    }

    /**
     * The number of slots that were ever handed out: exact where one thread uses the pool. With several it may be too
     * high by what their caches held when it was reached.
     */
    @Override
    public int highWater() {
        return used.get() + rest.mostFallbacks();
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        shape.lock();
        try {
            checkOpen();
            memory.close(); // throws while a native call holds it, and then nothing has changed
            closed = true;
            table = ThreadCaches.NONE;
            forgetFirst();
            fastSlab = null;
            stock.poison(); // those in use must not lead to freed memory in raw mode either
            rest.close();
        } finally {
            shape.unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw closed(structType());
        }
    }
}
