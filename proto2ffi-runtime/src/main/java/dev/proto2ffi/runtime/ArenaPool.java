package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Arenas whose memory is used again, for all threads:
 *
 * <pre>{@code
 * try (ArenaPool pool = ArenaPool.of(16 << 10, 64)) {
 *     ...
 *     try (Arena arena = pool.acquire()) {
 *         Post post = Post.allocate(arena);
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>Each arena has a lifetime of its own, as if {@link Arena#ofConfined()} had made it: it belongs to the thread that
 * acquired it, virtual threads included, and segments of it throw once it is closed, and so do safe views. It takes a
 * block of the pool when it first needs one and gives it back when it is closed. What doesn't fit in the rest of its
 * block is allocated for it alone, and freed when it is closed.
 *
 * <p>No method takes a lock, but for growth and {@link #close}. There are no pooled arenas of the shared kind: closing
 * one would cost what it costs without a pool, about 17 µs, in which the JVM asks every thread whether it is using it.
 *
 * <p>An arena that is dropped without being closed keeps its block for good. A pool that was dropped is freed once
 * neither it nor memory of it can be reached.
 */
public final class ArenaPool implements AutoCloseable {
    /** Bytes of a block where none are given: {@value}. */
    public static final long DEFAULT_BLOCK_BYTES = 16 << 10;

    /** Blocks of a pool where no number is given: {@value}. */
    public static final int DEFAULT_CAPACITY = 64;

    /** The most blocks that a pool may hold: {@value}. */
    public static final int MAX_CAPACITY = BlockStack.MOST;

    static final String NAME = "arena pool";

    /** Of blocks: a cache line, so that two threads don't write to one. */
    private static final long ALIGNMENT = 64;

    /** A block, and what gives it back at the end of the lifetime that it is lent for. That keeps the pool reachable. */
    private final class Block implements Consumer<MemorySegment> {
        final int number;
        final MemorySegment memory;

        Block(int number, MemorySegment memory) {
            this.number = number;
            this.memory = memory;
        }

        @Override
        public void accept(MemorySegment lent) {
            giveBack(number);
        }
    }

    private final OwnedMemory memory = OwnedMemory.ofShared(NAME);
    private final long blockBytes;
    private final int maxCapacity;
    private final boolean fallsBack;
    private final boolean zeroed;
    private final int pooledByJdk;
    private final BlockStack free;
    private final AtomicReferenceArray<Block> blocks;
    private final ReentrantLock growth = new ReentrantLock();
    private final AtomicInteger highWater = new AtomicInteger();
    private volatile int capacity;

    ArenaPool(ArenaPoolBuilder builder) {
        this.blockBytes = builder.blockBytes() + ALIGNMENT - 1 & -ALIGNMENT;
        this.maxCapacity = builder.maxCapacity();
        this.fallsBack = builder.fallsBack();
        this.zeroed = builder.isZeroed();
        this.pooledByJdk = builder.pooledByJdk();
        this.free = new BlockStack(maxCapacity);
        this.blocks = new AtomicReferenceArray<>(maxCapacity);
        addBlocks(builder.capacity());
    }

    /**
     * A pool that doesn't grow, and throws when it is exhausted.
     *
     * @param blockBytes what an arena can give without allocating
     * @param capacity how many blocks can be in use at the same time, 1 to {@link #MAX_CAPACITY}
     */
    public static ArenaPool of(long blockBytes, int capacity) {
        return builder().blockBytes(blockBytes).capacity(capacity).build();
    }

    /** A pool with more choices. */
    public static ArenaPoolBuilder builder() {
        return new ArenaPoolBuilder();
    }

    /**
     * An arena for the calling thread. Its {@code allocate} throws a {@link PoolExhaustedException} when it needs a
     * block, all are in use, and the pool may neither grow nor fall back.
     *
     * @throws IllegalStateException if the pool is closed
     */
    public Arena acquire() {
        if (free.isClosed()) {
            throw closed();
        }
        return new PooledArena(this, pooledByJdk);
    }

    /**
     * A block with the lifetime of an arena, which is given back when that is closed.
     *
     * @return null if the arena has to do without one
     * @throws PoolExhaustedException if there is none, and the pool doesn't fall back
     */
    @SuppressWarnings("restricted")
    @Nullable MemorySegment lend(Arena lifetime) {
        int number = free.pop();
        if (number < 0) {
            number = popSlowly();
            if (number < 0) {
                return null;
            }
        }
        int used = capacity - free.depth();
        if (used > highWater.get()) {
            highWater.accumulateAndGet(used, Math::max);
        }
        Block block = blocks.getPlain(number);
        return block.memory.reinterpret(lifetime, block);
    }

    private int popSlowly() {
        growth.lock();
        try {
            int number = free.pop();
            if (number == BlockStack.CLOSED) {
                throw closed();
            }
            int before = capacity;
            if (number == BlockStack.EMPTY && before < maxCapacity) {
                addBlocks(Math.min(before, maxCapacity - before));
                PoolEvents.grown(NAME, before, capacity);
                number = free.pop();
            }
            if (number >= 0) {
                return number;
            }
        } finally {
            growth.unlock();
        }
        PoolEvents.exhausted(NAME, capacity, fallsBack);
        if (fallsBack) {
            return BlockStack.EMPTY;
        }
        throw new PoolExhaustedException(NAME + ": all " + capacity + " blocks of " + blockBytes
                + " bytes are in use; close arenas sooner, raise the capacity, or let the pool grow (growTo) or fall"
                + " back (fallBack)");
    }

    private void addBlocks(int count) {
        MemorySegment slab = memory.allocate(count * blockBytes, ALIGNMENT);
        int first = capacity;
        for (int i = 0; i < count; i++) {
            // Popped numbers were pushed after this: plain stores do.
            blocks.setPlain(first + i, new Block(first + i, slab.asSlice(i * blockBytes, blockBytes)));
        }
        free.pushAll(first, count);
        capacity = first + count; // after the push: so nobody takes blocks to be in use that were never lent
    }

    /** The last block to come back to a closed pool finds all others there, and no one else does. */
    private void giveBack(int number) {
        if (free.push(number) == -capacity) {
            memory.close();
        }
    }

    boolean isZeroed() {
        return zeroed;
    }

    /** How many blocks there are now; more than at first if the pool grew. */
    public int capacity() {
        return capacity;
    }

    /** How many blocks are in use now. A moment's picture where several threads use the pool. */
    public int inUse() {
        return Math.max(0, capacity - free.depth());
    }

    /** The most blocks that were in use at the same time, as far as the threads that took them saw it. */
    public int highWater() {
        return highWater.get();
    }

    /**
     * Ends the pool: no arena can be acquired, nor take a block. Memory is freed at once if no block is in use. Otherwise
     * the arenas that have one stay usable, since they are confined to their threads, and the last of them to be closed
     * frees the memory.
     *
     * @throws IllegalStateException if the pool is closed already
     */
    @Override
    public void close() {
        growth.lock(); // the capacity must not change any more
        try {
            int depth = free.close();
            if (depth == BlockStack.CLOSED) {
                throw closed();
            }
            if (depth == capacity) {
                memory.close();
            }
        } finally {
            growth.unlock();
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException(
                NAME + " is closed; make another, and keep it open for as long as arenas are" + " acquired from it");
    }

    @Override
    public String toString() {
        return NAME + ": " + inUse() + " of " + capacity() + " blocks in use";
    }
}
