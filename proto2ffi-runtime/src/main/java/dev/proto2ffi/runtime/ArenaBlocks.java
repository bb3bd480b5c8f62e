package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The blocks of an {@link ArenaPool}, which outlive it as long as one is lent. Closing frees their memory as soon as all
 * of them are back; who notices that frees it. If one never comes back, the memory is never freed, since nobody can know
 * whether a segment of it is still in use.
 */
final class ArenaBlocks {
    /** A block isn't to be had, but the arena may go without. */
    static final int NONE = -1;

    /** Of blocks: a cache line, so that two threads don't write to one. */
    private static final long ALIGNMENT = 64;

    /** Never seen by users: blocks are lent with the lifetime of an arena. */
    private final Arena bytes = Arena.ofShared();

    private final long blockBytes;
    private final int maxCapacity;
    private final boolean fallsBack;
    private final boolean zeroed;
    private final BlockStack free;
    private final AtomicReferenceArray<MemorySegment> blocks;
    private final ReentrantLock growth = new ReentrantLock();
    private final AtomicInteger highWater = new AtomicInteger();
    private volatile int capacity;

    ArenaBlocks(ArenaPoolBuilder builder) {
        this.blockBytes = builder.blockBytes() + ALIGNMENT - 1 & -ALIGNMENT;
        this.maxCapacity = builder.maxCapacity();
        this.fallsBack = builder.fallsBack();
        this.zeroed = builder.isZeroed();
        this.free = new BlockStack(maxCapacity);
        this.blocks = new AtomicReferenceArray<>(maxCapacity);
        add(builder.capacity());
    }

    /**
     * Takes a block, to be given back.
     *
     * @return its number, or {@link #NONE}
     * @throws PoolExhaustedException if there is none, and arenas can't go without
     * @throws IllegalStateException if the pool is closed
     */
    int take() {
        int number = free.pop();
        if (number < 0) {
            number = takeSlowly();
        }
        int used = inUse();
        if (used > highWater.get()) {
            highWater.accumulateAndGet(used, Math::max);
        }
        return number;
    }

    private int takeSlowly() {
        growth.lock();
        try {
            int number = free.pop();
            int before = capacity;
            if (number == BlockStack.EMPTY && before < maxCapacity) {
                add(Math.min(before, maxCapacity - before));
                PoolEvents.grown(ArenaPool.NAME, before, capacity);
                number = free.pop();
            }
            if (number >= 0) {
                return number;
            }
            if (number == BlockStack.CLOSED) {
                throw closed();
            }
        } finally {
            growth.unlock();
        }
        PoolEvents.exhausted(ArenaPool.NAME, capacity, fallsBack);
        if (fallsBack) {
            return NONE;
        }
        throw new PoolExhaustedException(ArenaPool.NAME + ": all " + capacity + " blocks of " + blockBytes
                + " bytes are in use; close arenas sooner, raise the capacity, or let the pool grow further (growTo) or"
                + " fall back (fallBack)");
    }

    private void add(int count) {
        MemorySegment slab = OwnedMemory.allocate(bytes, count * blockBytes, ALIGNMENT, ArenaPool.NAME);
        int first = capacity;
        for (int i = 0; i < count; i++) {
            // Plain stores do: who pops a number sees what was written before it was pushed.
            blocks.setPlain(first + i, slab.asSlice(i * blockBytes, blockBytes));
        }
        free.pushAll(first, count);
        capacity = first + count; // after the push: so nobody takes blocks to be in use that were never lent
    }

    /** The memory of a block that was taken, with the lifetime of an arena. */
    @SuppressWarnings("restricted")
    MemorySegment memory(int number, Arena lifetime) {
        return blocks.getPlain(number).reinterpret(lifetime, null);
    }

    /** Of a closed pool the last block to come back finds all others there, and no other does. */
    void giveBack(int number) {
        if (free.push(number) == -capacity) {
            bytes.close();
        }
    }

    /**
     * Lends no more.
     *
     * @return false if it was closed before
     */
    boolean close() {
        growth.lock(); // the capacity must not change any more
        try {
            int depth = free.close();
            if (depth == capacity) {
                bytes.close();
            }
            return depth != BlockStack.CLOSED;
        } finally {
            growth.unlock();
        }
    }

    void checkOpen() {
        if (free.isClosed()) {
            throw closed();
        }
    }

    static IllegalStateException closed() {
        return new IllegalStateException(ArenaPool.NAME
                + " is closed; make another, and keep it open for as long as arenas are acquired from it");
    }

    boolean isZeroed() {
        return zeroed;
    }

    int capacity() {
        return capacity;
    }

    int inUse() {
        return Math.max(0, capacity - free.depth());
    }

    int highWater() {
        return highWater.get();
    }
}
