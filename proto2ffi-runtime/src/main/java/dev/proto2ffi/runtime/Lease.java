package dev.proto2ffi.runtime;

import java.lang.foreign.SegmentAllocator;

/**
 * A struct of a pool for the length of a {@code try} block: {@code try (var lease = pool.lease()) { use(lease.get()); }}.
 * The JIT removes the lease itself. Thread rules are those of the pool.
 *
 * @param <T> the generated class
 */
public final class Lease<T extends Struct> implements AutoCloseable {
    private final StructPool<T> pool;
    private final T struct;

    Lease(StructPool<T> pool) {
        this.pool = pool;
        this.struct = pool.acquire();
    }

    /** The struct. */
    public T get() {
        return struct;
    }

    /** What owns the memory that this struct points to; see {@link StructPool#allocator}. */
    public SegmentAllocator allocator() {
        return pool.allocator(struct);
    }

    /**
     * Gives the struct back.
     *
     * @throws LeaseException if it was given back already
     */
    @Override
    public void close() {
        pool.release(struct);
    }
}
