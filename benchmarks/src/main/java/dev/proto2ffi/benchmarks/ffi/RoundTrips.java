package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructPool;

/**
 * A round trip: get a struct, zeroed; write its numbers and strings; have native code read it and write into it; read that;
 * give the struct back. Every method makes that many trips, from 0, and answers the sum of what was answered and read; the
 * twin is in {@code ffi.rs}. For the thread that made it.
 */
final class RoundTrips<T extends Struct> implements AutoCloseable {
    private final Traveller<T> traveller;
    private final String text;
    private final ScratchArena scratch = ScratchArena.ofConfined();
    private final StructPool<T> pool;

    /** @param text for each string, 31 bytes at most */
    RoundTrips(Traveller<T> traveller, String text) {
        this.traveller = traveller;
        this.text = text;
        this.pool = StructPool.builder(traveller.type()).capacity(64).build();
    }

    /** From the pool, by critical calls. */
    long pool(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            T struct = pool.acquire();
            sum += travel(struct, i, traveller.critical());
            pool.release(struct);
        }
        return sum;
    }

    /** From the pool, by ordinary calls. */
    long poolOrdinary(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            T struct = pool.acquire();
            sum += travel(struct, i, traveller.ordinary());
            pool.release(struct);
        }
        return sum;
    }

    /** From a frame of the scratch arena, by critical calls. */
    @SuppressWarnings("try") // only its end matters
    long scratch(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (var frame = scratch.frame()) {
                sum += travel(traveller.allocate().apply(scratch), i, traveller.critical());
            }
        }
        return sum;
    }

    private long travel(T struct, long value, Traveller.Call call) throws Throwable {
        traveller.fill().fill(struct, value, text);
        return call.visit(struct.structAddress()) + traveller.answer().applyAsLong(struct);
    }

    @Override
    public void close() {
        scratch.close();
        pool.close();
    }
}
