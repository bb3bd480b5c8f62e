package dev.proto2ffi.runtime;

import java.lang.foreign.SegmentAllocator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a pool has besides its slabs: structs in memory of their own, if it falls back when it is exhausted, and the allocators
 * for what its structs point to. For one thread or for all, as the pool; safe for all either way.
 */
final class PoolRest {
    private final StructType<?> type;
    private final boolean shared;
    private final boolean fallsBack;
    private final long childBytes;

    /** Structs in use that stand in memory of their own. */
    private final Map<StructView, OwnedMemory> fallbacks = new ConcurrentHashMap<>();

    private final AtomicInteger mostFallbacks = new AtomicInteger();

    /** Of the structs whose allocator somebody asked for; kept for the next user of the slot. */
    private final Map<StructView, ChildArena> children = new ConcurrentHashMap<>();

    /** Whoever adds something looks here afterwards: if it is still false, {@link #close} will see what was added. */
    private volatile boolean closed;

    PoolRest(PoolBuilder<?> builder, boolean shared) {
        this.type = builder.type();
        this.shared = shared;
        this.fallsBack = builder.fallsBack();
        this.childBytes = builder.childBytes();
    }

    /** Whether structs have allocators, so that there is something to do when one is given back. */
    boolean hasAllocators() {
        return childBytes != 0;
    }

    /**
     * A struct beyond the capacity, every field at its default. If another thread closes the pool meanwhile it is freed, and
     * the pool, which the caller looks at afterwards, says so.
     *
     * @param full the capacity
     * @throws PoolExhaustedException if the pool doesn't fall back
     */
    StructView fallback(int full) {
        PoolEvents.exhausted(type.name(), full, fallsBack);
        if (!fallsBack) {
            throw StructPool.exhausted(type, full);
        }
        String name = StructPool.name(type);
        OwnedMemory own = shared ? OwnedMemory.ofShared(name) : OwnedMemory.ofConfined(name);
        StructView view = (StructView) type.at(own.allocate(type.size(), type.alignment()), 0);
        view.clear();
        fallbacks.put(view, own);
        if (closed && fallbacks.remove(view, own)) {
            own.close();
        }
        mostFallbacks.accumulateAndGet(fallbacks.size(), Math::max);
        return view;
    }

    int fallbacks() {
        return fallbacks.size();
    }

    int mostFallbacks() {
        return mostFallbacks.get();
    }

    /**
     * Takes back a struct that stands in no slab.
     *
     * @throws LeaseException if it isn't the pool's
     * @throws IllegalStateException if a native call uses its memory: it then stays in use; or what it points to: that then
     *     is the pool's until it is closed
     */
    void releaseFallback(StructView view) {
        OwnedMemory own = fallbacks.get(view);
        if (own == null) {
            throw closed ? StructPool.closed(type) : LeaseException.foreign(type);
        }
        own.close();
        view.address |= Access.NOWHERE;
        fallbacks.remove(view);
        ChildArena child = children.get(view);
        if (child != null) {
            child.close();
            children.remove(view);
        }
    }

    /**
     * Takes back what a struct of a slab points to; called before the struct is, which is still in use if this throws.
     *
     * @throws IllegalStateException if a native call is using some of it; the rest is taken back then
     */
    void resetAllocator(StructView view) {
        ChildArena child = children.get(view);
        if (child == null) {
            return;
        }
        if (shared) {
            child.reset();
        } else {
            child.arena().reset(); // no other thread can close the pool
        }
    }

    /**
     * The allocator of a struct. If another thread closes the pool meanwhile it is closed, and the pool, which the caller
     * looks at afterwards, says so.
     *
     * @param ofSlab whether the struct stands in a slab of the pool
     * @throws UnsupportedOperationException if the pool's structs have none
     * @throws LeaseException if the struct isn't in use, or not the pool's
     */
    SegmentAllocator allocator(StructView view, boolean ofSlab) {
        if (childBytes == 0) {
            throw new UnsupportedOperationException(
                    StructPool.name(type) + ": its structs have no allocator; build the pool with childBytes(n)");
        }
        if (view.address < 0) {
            throw LeaseException.usedAfterRelease(type);
        }
        if (!ofSlab && !fallbacks.containsKey(view)) {
            throw LeaseException.foreign(type);
        }
        ChildArena child = children.get(view); // most often there is one, and then this takes no lock
        if (child == null) {
            child = children.computeIfAbsent(view, key -> new ChildArena(childBytes, shared));
        }
        if (closed && children.remove(view, child)) {
            child.close();
        }
        return child.arena();
    }

    /**
     * Frees all of it that can be freed. What a native call is using is left to the cleaner, and told of at the end.
     *
     * @throws IllegalStateException if something is still in use
     */
    void close() {
        closed = true;
        Closing closing = new Closing();
        fallbacks.forEach((view, own) -> {
            if (fallbacks.remove(view, own)) {
                closing.free(view, own);
            }
        });
        children.forEach((view, child) -> {
            if (children.remove(view, child)) {
                closing.free(child);
            }
        });
        closing.checkFreed(type);
    }

    private static final class Closing {
        private @Nullable IllegalStateException inUse;

        /** Poisons a struct that stands in memory of its own, and frees that, unless another thread just did. */
        void free(StructView view, OwnedMemory own) {
            view.address |= Access.NOWHERE;
            try {
                own.close();
            } catch (IllegalStateException e) {
                if (own.scope().isAlive()) {
                    inUse = e;
                }
            }
        }

        void free(ChildArena child) {
            try {
                child.close();
            } catch (IllegalStateException e) {
                inUse = e;
            }
        }

        void checkFreed(StructType<?> type) {
            if (inUse != null) {
                throw new IllegalStateException(
                        StructPool.name(type)
                                + " is closed, but a native call is using a fallback of it, or what a struct"
                                + " points to: that is freed some time after the call returned; close pools before or"
                                + " after calls",
                        inUse);
            }
        }
    }
}
