package dev.proto2ffi.runtime;

import java.lang.foreign.SegmentAllocator;

/**
 * A struct of a pool for the length of a {@code try} block: {@code try (var lease = pool.lease()) { use(lease.get()); }}.
 * The JIT removes the lease itself. Thread rules are those of the pool.
 *
 * @param <T> the generated class
 */
public abstract sealed class Lease<T extends Struct> implements AutoCloseable {
    // Made by new OfX(pool, pool.acquire()), which finds out that there is no heap for it before it has acquired. A
    // class for each kind of pool: with one for all, closing would be a call of several methods in programs that lease
    // from pools of several kinds, and the JIT could neither inline it nor remove the lease: 9 ns instead of 2 to 4.

    private final T struct;

    private Lease(T struct) {
        this.struct = struct;
    }

    /** The struct. */
    public final T get() {
        return struct;
    }

    /** What owns the memory that this struct points to; see {@link StructPool#allocator}. */
    public abstract SegmentAllocator allocator();

    /**
     * Gives the struct back.
     *
     * @throws LeaseException if it was given back already
     */
    @Override
    public abstract void close();

    /** Of a confined pool. */
    static final class OfConfined<T extends Struct> extends Lease<T> {
        private final ConfinedPool<T> pool;

        OfConfined(ConfinedPool<T> pool, T struct) {
            super(struct);
            this.pool = pool;
        }

        @Override
        public SegmentAllocator allocator() {
            return pool.allocator(get());
        }

        @Override
        public void close() {
            pool.release(get());
        }
    }

    /** Of a shared pool. */
    static final class OfShared<T extends Struct> extends Lease<T> {
        private final SharedPool<T> pool;

        OfShared(SharedPool<T> pool, T struct) {
            super(struct);
            this.pool = pool;
        }

        @Override
        public SegmentAllocator allocator() {
            return pool.allocator(get());
        }

        @Override
        public void close() {
            pool.release(get());
        }
    }

    /** Of a pool in the checked mode. */
    static final class OfChecked<T extends Struct> extends Lease<T> {
        private final CheckedPool<T> pool;

        OfChecked(CheckedPool<T> pool, T struct) {
            super(struct);
            this.pool = pool;
        }

        @Override
        public SegmentAllocator allocator() {
            return pool.allocator(get());
        }

        @Override
        public void close() {
            pool.release(get());
        }
    }
}
