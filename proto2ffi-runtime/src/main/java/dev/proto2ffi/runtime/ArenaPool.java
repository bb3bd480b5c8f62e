package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.ref.Cleaner;

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
 * acquired it, virtual threads included, and segments of it throw once it is closed, as safe views do. It takes a block
 * of the pool when it first needs one, and gives it back when it is closed. What doesn't fit in the rest of its block is
 * allocated for it alone, and freed when it is closed.
 *
 * <p>No method takes a lock, but for growth and {@link #close}. There are no pooled arenas of the shared kind: to close
 * one, the JVM would ask every thread whether it is using it, which takes about 17 µs with a pool and without.
 *
 * <p>An arena that is dropped without being closed keeps its block for good; the checked mode logs it, with the stack that
 * acquired it. A pool that is dropped frees its memory like
 * one that is closed, once neither it nor an arena of it can be reached.
 */
public final class ArenaPool implements AutoCloseable {
    /** Bytes of a block where none are given: {@value}. */
    public static final long DEFAULT_BLOCK_BYTES = 16 << 10;

    /** Blocks of a pool where no number is given: {@value}. */
    public static final int DEFAULT_CAPACITY = 64;

    /** The most blocks that a pool may hold: {@value}. */
    public static final int MAX_CAPACITY = BlockStack.MOST;

    static final String NAME = "arena pool";

    private final ArenaBlocks blocks;
    private final int pooledByJdk;
    private final Cleaner.Cleanable whenDropped;

    ArenaPool(ArenaPoolBuilder builder) {
        this.blocks = new ArenaBlocks(builder);
        this.pooledByJdk = builder.pooledByJdk();
        this.whenDropped = OwnedMemory.CLEANER.register(this, blocks::close);
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
        blocks.checkOpen();
        PooledArena arena = new PooledArena(this, blocks, pooledByJdk);
        if (Checks.ON) {
            ArenaWatch.over(arena);
        }
        return arena;
    }

    /** How many blocks there are now; more than at first if the pool grew. */
    public int capacity() {
        return blocks.capacity();
    }

    /** How many blocks are in use now. A moment's picture where several threads use the pool. */
    public int inUse() {
        return blocks.inUse();
    }

    /** The most blocks that were in use at the same time, as far as the threads that took them saw it. */
    public int highWater() {
        return blocks.highWater();
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
        if (!blocks.close()) {
            throw ArenaBlocks.closed();
        }
        whenDropped.clean();
    }

    @Override
    public String toString() {
        return NAME + ": " + inUse() + " of " + capacity() + " blocks in use";
    }
}
