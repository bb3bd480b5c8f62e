package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pool of one thread: a stack of views that were made before. The thread is checked in both access modes, because two
 * threads on one stack would hand out a struct twice.
 *
 * <p>Views are made when they are first needed, and the stack is LIFO: so the number of views made is the most structs
 * that were ever in use at the same time, and the high-water mark costs nothing.
 *
 * @param <T> the generated class
 */
final class ConfinedPool<T extends Struct> extends StructPool<T> {
    private static final int FIRST_VIEWS = 16;

    private final Thread owner = Thread.currentThread();
    private final OwnedMemory memory;
    private final int maxCapacity;
    private final boolean zeroed;
    private final boolean fallsBack;
    private final long childBytes;

    /** The views that may be handed out are those below {@link #freeCount}, the last given back on top. */
    private StructView[] free = new StructView[FIRST_VIEWS];

    private int freeCount;

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

    /** Structs in use that stand in memory of their own. */
    private final Map<StructView, OwnedMemory> fallbacks = new IdentityHashMap<>();

    private int mostFallbacks;

    /** Of the structs in use whose allocator somebody asked for; kept for the next user of the slot. */
    private final Map<StructView, ScratchArena> children = new IdentityHashMap<>();

    ConfinedPool(PoolBuilder<T> builder) {
        super(builder.type());
        this.maxCapacity = builder.maxCapacity();
        this.zeroed = builder.isZeroed();
        this.fallsBack = builder.fallsBack();
        this.childBytes = builder.childBytes();
        this.memory = OwnedMemory.ofConfined(name(builder.type()));
        addSlab(builder.capacity());
    }

    @Override
    @SuppressWarnings("unchecked") // the views are those of the type's own factory
    public T acquire() {
        int top = freeCount - 1;
        if (top < 0 || Thread.currentThread() != owner) {
            return acquireSlowly();
        }
        StructView view = free[top];
        freeCount = top;
        view.address &= Long.MAX_VALUE;
        if (zeroed) {
            view.clear();
        }
        return (T) view;
    }

    @Override
    public void release(T struct) {
        StructView view = (StructView) struct;
        if (!view.isOver(fastSlab) || view.address < 0 || Thread.currentThread() != owner) {
            releaseSlowly(view);
            return;
        }
        giveBack(view);
    }

    private void giveBack(StructView view) {
        // The sign bit poisons the view as NOWHERE does, and the address can still be told.
        view.address |= Access.NOWHERE;
        int top = freeCount;
        // Most often the view that was acquired last, which still stands here. A store of a reference costs more than
        // a look, for the garbage collector wants to know of it.
        if (free[top] != view) {
            free[top] = view;
        }
        freeCount = top + 1;
    }

    private T acquireSlowly() {
        checkUsable();
        if (madeCount == capacity && capacity < maxCapacity) {
            int before = capacity;
            addSlab(Math.min(capacity, maxCapacity - capacity));
            PoolEvents.grown(structType().name(), before, capacity);
        }
        if (madeCount < capacity) {
            return make();
        }
        PoolEvents.exhausted(structType().name(), capacity, fallsBack);
        if (!fallsBack) {
            throw exhausted(structType(), capacity);
        }
        OwnedMemory own = OwnedMemory.ofConfined(name(structType()));
        T struct =
                structType().at(own.allocate(structType().size(), structType().alignment()), 0);
        ((StructView) struct).clear();
        fallbacks.put((StructView) struct, own);
        mostFallbacks = Math.max(mostFallbacks, fallbacks.size());
        return struct;
    }

    /** A struct of a slot that was never used. */
    private T make() {
        if (madeCount == made.length) {
            int length = Math.min(2 * made.length, maxCapacity);
            made = Arrays.copyOf(made, length);
            free = Arrays.copyOf(free, length);
        }
        long address = slabAddress + (madeCount - slabStart) * structType().size();
        T struct = structType().view(slabs.get(slabs.size() - 1), address);
        StructView view = (StructView) struct;
        made[madeCount++] = view;
        if (!structType().isZeroDefault()) {
            view.clear(); // fresh memory is zero, whatever was chosen for what comes back
        }
        return struct;
    }

    private void addSlab(int structs) {
        long size = structType().size();
        MemorySegment slab = memory.allocate(structs * size, structType().alignment());
        slabs.add(slab);
        fastSlab = childBytes == 0 ? slab : null;
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
        OwnedMemory own = fallbacks.remove(view);
        if (own == null && slabs.stream().noneMatch(view::isOver)) {
            throw LeaseException.foreign(structType());
        }
        ScratchArena child = children.get(view);
        if (child != null) {
            child.reset();
        }
        if (own == null) {
            giveBack(view);
            return;
        }
        view.address |= Access.NOWHERE;
        own.close();
        if (children.remove(view) instanceof ScratchArena ownChild) {
            ownChild.close();
        }
    }

    @Override
    public SegmentAllocator allocator(T struct) {
        StructView view = (StructView) struct;
        checkUsable();
        if (childBytes == 0) {
            throw new UnsupportedOperationException(
                    this + ": its structs have no allocator; build the pool with childBytes(n)");
        }
        if (view.address < 0) {
            throw LeaseException.usedAfterRelease(structType());
        }
        if (!fallbacks.containsKey(view) && slabs.stream().noneMatch(view::isOver)) {
            throw LeaseException.foreign(structType());
        }
        return children.computeIfAbsent(view, key -> ScratchArena.forLease(childBytes, false));
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public int inUse() {
        return closed ? 0 : madeCount - freeCount + fallbacks.size();
    }

    /** Exact. */
    @Override
    public int highWater() {
        return mostFallbacks == 0 ? madeCount : madeCount + mostFallbacks;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        checkUsable();
        memory.close();
        closed = true;
        freeCount = 0;
        fastSlab = null;
        for (int i = 0; i < madeCount; i++) {
            made[i].address |= Access.NOWHERE; // those in use must not lead to freed memory in raw mode either
        }
        fallbacks.forEach((view, own) -> {
            view.address |= Access.NOWHERE;
            own.close();
        });
        fallbacks.clear();
        children.values().forEach(ScratchArena::close);
        children.clear();
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
