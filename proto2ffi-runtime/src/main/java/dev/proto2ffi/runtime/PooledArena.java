package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * What {@link ArenaPool#acquire} gives: a confined arena of the JDK for the lifetime, and a block of the pool for the
 * bytes. Closing the first gives back the second, whoever asked for it.
 */
final class PooledArena implements Arena {
    /** To count off what the JDK serves from its own pool, allocations are taken to have this alignment. */
    private static final long WORD = 8;

    private final Arena lifetime = Arena.ofConfined();
    private final Thread owner = Thread.currentThread();
    private final ArenaPool pool;

    /** What is left of what the JDK's arena gives from reused memory; see {@link JdkPaths}. */
    private int pooledByJdk;

    /** The rest of the block; null before there is one. Offsets are those of native addresses. */
    private MemorySegment block = MemorySegment.NULL;

    private long start;
    private long next;
    private long end;
    private boolean asked;

    PooledArena(ArenaPool pool, int pooledByJdk) {
        this.pool = pool;
        this.pooledByJdk = pooledByJdk;
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        return allocate(byteSize, byteAlignment, pool.isZeroed());
    }

    /** @param clean whether it must be zero */
    MemorySegment allocate(long size, long alignment, boolean clean) {
        if (alignment <= 0 || (alignment & alignment - 1) != 0) {
            throw new IllegalArgumentException(
                    "arena of a pool: alignment " + alignment + " is not a power of two, such as 8");
        }
        long at = next + alignment - 1 & -alignment;
        if (size < 0 || size > end - at || !isUsable()) {
            return allocateSlowly(size, alignment, clean);
        }
        return carve(at, size, clean);
    }

    private MemorySegment carve(long at, long size, boolean clean) {
        next = at + size;
        if (clean) {
            Access.zero(block, at - start, size);
        }
        return block.asSlice(at - start, size);
    }

    private MemorySegment allocateSlowly(long size, long alignment, boolean clean) {
        checkUsable();
        if (size < 0) {
            throw new IllegalArgumentException("arena of a pool: size " + size + " is negative");
        }
        if (size <= pooledByJdk && alignment <= WORD) {
            pooledByJdk -= (int) (size + WORD - 1 & -WORD);
            return lifetime.allocate(size, alignment);
        }
        if (!asked) {
            MemorySegment lent = pool.lend(lifetime);
            asked = true;
            if (lent != null) {
                block = lent;
                start = lent.address();
                next = start;
                end = start + lent.byteSize();
            }
        }
        long at = next + alignment - 1 & -alignment;
        return size <= end - at ? carve(at, size, clean) : lifetime.allocate(size, alignment);
    }

    boolean isZeroed() {
        return pool.isZeroed();
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
            throw new IllegalStateException(
                    "arena of a pool: a native call is using its memory; close it once the call returned", e);
        }
    }

    private boolean isUsable() {
        return !isForeign() && lifetime.scope().isAlive();
    }

    @SuppressWarnings("ReferenceEquality") // of a thread, identity is what counts
    private boolean isForeign() {
        return Thread.currentThread() != owner;
    }

    private void checkUsable() {
        if (isForeign()) {
            throw new WrongThreadException("arena of a pool: it belongs to thread " + owner.getName()
                    + " and is used by " + Thread.currentThread().getName() + "; acquire one for each thread");
        }
        if (!lifetime.scope().isAlive()) {
            throw new IllegalStateException("arena of a pool: it was closed; acquire another");
        }
    }
}
