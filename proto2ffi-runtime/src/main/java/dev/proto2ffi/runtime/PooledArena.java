package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

/**
 * What {@link ArenaPool#acquire} gives: a confined arena of the JDK for the lifetime, and a block of the pool for the
 * bytes.
 */
final class PooledArena implements Arena {
    /** To count off what the JDK serves from its own pool, allocations are taken to have this alignment. */
    private static final long WORD = 8;

    private static final String NAME = "arena of a pool";

    private final Arena lifetime = Arena.ofConfined();
    private final Thread owner = Thread.currentThread();

    /** Kept reachable as long as the arena is. */
    @SuppressWarnings("unused")
    private final ArenaPool pool;

    private final ArenaBlocks blocks;

    /** What is left of what the JDK's arena gives from reused memory; see {@link JdkPaths}. */
    private int pooledByJdk;

    /** The block, if the arena asked for one and got it. */
    private int number = ArenaBlocks.NONE;

    private boolean asked;
    private MemorySegment block = MemorySegment.NULL;

    /** The native address at which the block starts, that of its next free byte, and that of its end. */
    private long start;

    private long next = 1; // beyond the end: no block yet, not even for an allocation of nothing
    private long end;

    PooledArena(ArenaPool pool, ArenaBlocks blocks, int pooledByJdk) {
        this.pool = pool;
        this.blocks = blocks;
        this.pooledByJdk = pooledByJdk;
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        return allocate(byteSize, byteAlignment, blocks.isZeroed());
    }

    /** @param clean whether it must be zero */
    MemorySegment allocate(long size, long alignment, boolean clean) {
        if (alignment <= 0 || (alignment & alignment - 1) != 0) {
            throw new IllegalArgumentException(NAME + ": alignment " + alignment + " is not a power of two, such as 8");
        }
        long at = next + alignment - 1 & -alignment;
        if (size < 0 || size > end - at || isForeign()) {
            return allocateSlowly(size, alignment, clean);
        }
        return carve(at, size, clean);
    }

    private MemorySegment carve(long at, long size, boolean clean) {
        next = at + size;
        MemorySegment segment = block.asSlice(at - start, size);
        if (clean) {
            Zeroing.zero(segment, 0, size);
        }
        return segment;
    }

    private MemorySegment allocateSlowly(long size, long alignment, boolean clean) {
        checkUsable();
        if (size < 0) {
            throw new IllegalArgumentException(NAME + ": size " + size + " is negative");
        }
        if (size <= pooledByJdk && alignment <= WORD) {
            pooledByJdk -= (int) (size + WORD - 1 & -WORD);
            return allocateAlone(size, alignment);
        }
        if (!asked) {
            takeBlock();
        }
        long at = next + alignment - 1 & -alignment;
        return size <= end - at ? carve(at, size, clean) : allocateAlone(size, alignment);
    }

    private MemorySegment allocateAlone(long size, long alignment) {
        return OwnedMemory.allocate(lifetime, size, alignment, NAME);
    }

    private void takeBlock() {
        number = blocks.take();
        asked = true;
        if (number != ArenaBlocks.NONE) {
            block = blocks.memory(number, lifetime);
            start = block.address();
            next = start;
            end = start + block.byteSize();
        }
    }

    boolean isZeroed() {
        return blocks.isZeroed();
    }

    @Override
    public MemorySegment.Scope scope() {
        return lifetime.scope();
    }

    @Override
    public void close() {
        checkUsable();
        try {
            lifetime.close();
        } catch (IllegalStateException e) {
            if (!lifetime.scope().isAlive()) {
                throw e;
            }
            throw new IllegalStateException(
                    NAME + ": a native call is using its memory; close it once the call returned", e);
        } finally {
            if (!lifetime.scope().isAlive()) { // it ends even if a cleanup action of the user throws
                giveBack();
            }
            Reference.reachabilityFence(this); // until here it hasn't leaked
        }
    }

    /** Not before the lifetime ended: the next user of the block may be another thread. */
    private void giveBack() {
        end = 0;
        if (number != ArenaBlocks.NONE) {
            blocks.giveBack(number);
        }
    }

    @SuppressWarnings("ReferenceEquality") // of a thread, identity is what counts
    private boolean isForeign() {
        return Thread.currentThread() != owner;
    }

    private void checkUsable() {
        if (isForeign()) {
            throw new WrongThreadException(NAME + ": it belongs to thread " + owner.getName() + " and is used by "
                    + Thread.currentThread().getName() + "; acquire one for each thread");
        }
        if (!lifetime.scope().isAlive()) {
            throw new IllegalStateException(NAME + ": it was closed; acquire another");
        }
    }
}
