package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.runtime.StructPool;
import java.lang.foreign.Arena;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import social.ffi.Reaction;

/** What all threads of a benchmark use together. */
@State(Scope.Benchmark)
public class SharedPools {
    private final Arena arena = Arena.ofShared();

    final StructPool<Reaction> pool = StructPool.builder(Reaction.TYPE)
            .capacity(PoolTrips.CAPACITY)
            .zeroed(false)
            .shared()
            .build();

    final StructPool<Reaction> zeroed = StructPool.builder(Reaction.TYPE)
            .capacity(PoolTrips.CAPACITY)
            .shared()
            .build();

    final ConcurrentLinkedQueue<Reaction> queue = new ConcurrentLinkedQueue<>();

    public SharedPools() {
        for (Reaction reaction : Reaction.allocateArray(arena, PoolTrips.CAPACITY)) {
            queue.add(reaction);
        }
    }

    @TearDown
    public void tearDown() {
        pool.close();
        zeroed.close();
        arena.close();
    }
}
