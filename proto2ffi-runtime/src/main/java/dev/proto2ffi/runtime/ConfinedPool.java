package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pool of one thread: a stack of views that were made before, and one beside it. The thread is checked in both access
 * modes, because two threads on one stack would hand out a struct twice.
 *
 * <p>A view is made when none is free, so the number of views made is the most structs that were ever in use at the same
 * time, and the high-water mark costs nothing.
 *
 * @param <T> the generated class
 */
@SuppressWarnings("ReferenceEquality") // threads and views are what they are, not what they equal
sealed class ConfinedPool<T extends Struct> extends StructPool<T> permits ZeroedConfinedPool {
    private static final int FIRST_VIEWS = 16;

    private final Thread owner = Thread.currentThread();
    private final OwnedMemory memory;
    private final int maxCapacity;
    private final PoolRest rest;

    /**
     * A view that may stand beside the stack instead of on it, and comes first. Who gives back what he acquired last
     * meets it again and again, and then nothing that a trip reads to go on was written by the trip before: the flag
     * decides a branch, which the processor predicts. With the stack alone each trip waits for the last one's stores.
     */
    private @Nullable StructView hot;

    /** Where the struct of {@link #hot} stands. */
    private long hotAddress;

    /** What it is while the view is free: the sign bit poisons it as NOWHERE does, and the address can still be told. */
    private long hotPoisoned;

    /**
     * The owner's {@link Thread#threadId} while the hot view is free, its negative while the view is in use, 0 before there
     * is one and after close. So one comparison answers both whether the view is there and whether the caller may have it.
     */
    private long hotState;

    /** The views that may be handed out are those up to {@link #top}, the last given back there, and the hot one. */
    private StructView[] free = new StructView[FIRST_VIEWS];

    /**
     * Where the struct of the view at the same place of {@link #free} stands. The view knows it too, behind its poison;
     * but that was written a moment ago, and reading here instead doesn't wait for it.
     */
    private long[] addresses = new long[FIRST_VIEWS];

    /** -1 when there is none. Release writes what acquire read, so the JIT needs no arithmetic between the two. */
    private int top = -1;

    /** All views that were made, in the order of their slots. */
    private StructView[] made = new StructView[FIRST_VIEWS];

    private int madeCount;

    private final List<MemorySegment> slabs = new ArrayList<>();

    /** The newest slab: its views take the fast road back. Null where none may: releases have more to do, or are errors. */
    private @Nullable MemorySegment fastSlab;

    /** Where the newest slab begins in {@code Access.base(slab)}, and which slot stands there. */
    private long slabAddress;

    private int slabStart;
    private int capacity;
    private boolean closed;

    ConfinedPool(PoolBuilder<T> builder) {
        super(builder.type());
        this.maxCapacity = builder.maxCapacity();
        this.rest = new PoolRest(builder, false);
        this.memory = OwnedMemory.ofConfined(name(builder.type()));
        addSlab(builder.capacity());
    }

    @Override
    @SuppressWarnings("unchecked") // the views are those of the type's own factory
    public T acquire() {
        return (T) take();
    }

    /** A view that points to its struct, with the contents that the slot was left with. */
    final StructView take() {
        StructView view;
        long address;
        long thread = Thread.currentThread().threadId();
        if (hotState == thread) {
            view = hot;
            address = hotAddress;
            hotState = -thread;
        } else {
            int at = top;
            if (at < 0 || Thread.currentThread() != owner) {
                // Puts a view on the stack instead of answering it: so the JIT knows all of the way below it, whichever
                // way it came, and doesn't read again what it has just written.
                at = refill();
            }
            view = free[at];
            address = addresses[at];
            top = at - 1;
        }
        view.address = address;
        return view;
    }

    @Override
    public Lease<T> lease() {
        return new Lease.OfConfined<>(this, acquire());
    }

    @Override
    public final void release(T struct) {
        StructView view = (StructView) struct;
        long thread = Thread.currentThread().threadId();
        if (view == hot && hotState == -thread) {
            view.address = hotPoisoned;
            hotState = thread;
            return;
        }
        if (readAgain(view) >= 0 && view.isOver(fastSlab) && Thread.currentThread() == owner) {
            putOnStack(view);
        } else {
            releaseSlowly(view);
        }
    }

    private void putOnStack(StructView view) {
        long address = view.address;
        view.address = address | Access.NOWHERE;
        int at = top + 1;
        // Most often the view that was acquired last, which still stands here. A store of a reference costs more than
        // a look, for the garbage collector wants to know of it.
        if (free[at] != view) {
            free[at] = view;
            addresses[at] = address;
        }
        top = at;
    }

    /** Puts one view on the stack, which is empty, as is the place beside it; its index, 0. */
    private int refill() {
        checkUsable();
        if (madeCount == capacity && capacity < maxCapacity) {
            int before = capacity;
            addSlab(Math.min(capacity, maxCapacity - capacity));
            PoolEvents.grown(structType().name(), before, capacity);
        }
        StructView view = madeCount < capacity ? make() : rest.fallback(capacity);
        free[0] = view;
        addresses[0] = view.address;
        top = 0;
        return 0;
    }

    /** A view of a slot that was never used. */
    private StructView make() {
        if (madeCount == made.length) {
            int length = Math.min(2 * made.length, maxCapacity);
            // The two of the stack first: if there is no heap for the last, none is too short for what was made.
            free = Arrays.copyOf(free, length);
            addresses = Arrays.copyOf(addresses, length);
            made = Arrays.copyOf(made, length);
        }
        long address = slabAddress + (madeCount - slabStart) * structType().size();
        StructView view = (StructView) structType().view(slabs.get(slabs.size() - 1), address);
        made[madeCount++] = view;
        if (!rest.hasAllocators()) { // else a release has more to do
            hot = view;
            hotAddress = address;
            hotPoisoned = address | Access.NOWHERE;
            hotState = -owner.threadId();
        }
        if (!structType().isZeroDefault()) {
            view.clear(); // fresh memory is zero, whatever was chosen for what comes back
        }
        return view;
    }

    private void addSlab(int structs) {
        long size = structType().size();
        MemorySegment slab = memory.allocate(structs * size, structType().alignment());
        slabs.add(slab);
        ConfinedSlabs.added(slab);
        fastSlab = rest.hasAllocators() ? null : slab;
        slabAddress = Access.locate(
                slab, 0, structs * size, structType().alignment(), structType().name());
        slabStart = capacity;
        capacity += structs;
    }

    private void releaseSlowly(StructView view) {
        checkUsable();
        if (view.address < 0) {
            throw LeaseException.releasedTwice(structType());
        }
        if (isOfASlab(view)) {
            rest.resetAllocator(view);
            putOnStack(view);
        } else {
            rest.releaseFallback(view);
        }
    }

    /** Without a stream, which would be garbage at each release of a struct of an older slab. */
    private boolean isOfASlab(StructView view) {
        for (int i = slabs.size() - 1; i >= 0; i--) {
            if (view.isOver(slabs.get(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public SegmentAllocator allocator(T struct) {
        StructView view = (StructView) struct;
        checkUsable();
        return rest.allocator(view, isOfASlab(view));
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public int inUse() {
        return closed ? 0 : madeCount - top - 1 - (hotState > 0 ? 1 : 0) + rest.fallbacks();
    }

    /** Exact. */
    @Override
    public int highWater() {
        return madeCount + rest.mostFallbacks();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        checkUsable();
        for (MemorySegment slab : slabs) {
            if (ConfinedSlabs.isInUse(slab)) {
                throw memory.inUse(null);
            }
        }
        ConfinedSlabs.forget();
        memory.close();
        closed = true;
        top = -1;
        hot = null;
        hotState = 0;
        fastSlab = null;
        for (int i = 0; i < madeCount; i++) {
            made[i].address |= Access.NOWHERE; // those in use must not lead to freed memory in raw mode either
        }
        rest.close();
    }

    private void checkUsable() {
        if (Thread.currentThread() != owner) {
            throw wrongThread(structType(), owner);
        }
        if (closed) {
            throw closed(structType());
        }
    }
}
