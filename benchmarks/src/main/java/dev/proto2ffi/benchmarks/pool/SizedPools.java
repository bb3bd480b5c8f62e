package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructPool;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;

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

    /** {@code acquire} and {@code release}, over and over the same struct. */
    public long trips(int trips) {
        ObjLongConsumer<T> write = specimen.write();
        ToLongFunction<T> read = specimen.read();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            T struct = pool.acquire();
            sum += Specimen.use(struct, i, write, read);
            pool.release(struct);
        }
        return sum;
    }

    /** A new pool, all of whose structs are acquired, and which is closed then. */
    public long fresh(int structs) {
        ObjLongConsumer<T> write = specimen.write();
        ToLongFunction<T> read = specimen.read();
        long sum = 0;
        try (StructPool<T> fresh =
                StructPool.builder(specimen.type()).capacity(structs).build()) {
            for (int i = 0; i < structs; i++) {
                sum += Specimen.use(fresh.acquire(), i, write, read);
            }
        }
        return sum;
    }

    @Override
    public void close() {
        pool.close();
    }
}
