package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructPool;
import java.lang.invoke.VarHandle;

/**
 * Pools of one thread for structs of a size of its own, which zero. Every method uses that many structs, with the numbers
 * from 0, and answers the sum of what was read; the twins are in {@code pools.rs}. For the thread that made it.
 */
public final class SizedPools<T extends Struct> implements AutoCloseable {
    /** Structs in the pool. A trip needs one. */
    static final int CAPACITY = 64;

    private final Specimen<T> specimen;
    private final StructPool<T> pool;

    public SizedPools(Specimen<T> specimen) {
        this.specimen = specimen;
        this.pool = StructPool.builder(specimen.type()).capacity(CAPACITY).build();
    }

    /** Two writes and a read; the fence is that of {@link PoolTrips}. */
    private long use(T struct, long value) {
        VarHandle.acquireFence();
        specimen.write().accept(struct, value);
        return specimen.read().applyAsLong(struct);
    }

    /** {@code acquire} and {@code release}, over and over the same struct. */
    public long trips(int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            T struct = pool.acquire();
            sum += use(struct, i);
            pool.release(struct);
        }
        return sum;
    }

    /** A new pool, all of whose structs are acquired, and which is closed then. */
    public long fresh(int structs) {
        long sum = 0;
        try (StructPool<T> fresh =
                StructPool.builder(specimen.type()).capacity(structs).build()) {
            for (int i = 0; i < structs; i++) {
                sum += use(fresh.acquire(), i);
            }
        }
        return sum;
    }

    @Override
    public void close() {
        pool.close();
    }
}
