package dev.proto2ffi.benchmarks.stack;

import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.benchmarks.pool.PoolTrips;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.Struct;
import java.lang.invoke.VarHandle;

/**
 * A trip with what Java has for a stack: open a frame of a scratch arena, allocate a struct, write two fields, read one,
 * close the frame. Every method makes that many trips, from 0, and answers the sum of what was read; the twins are in
 * {@code stack.rs}. For the thread that made it.
 */
public final class FrameTrips<T extends Struct> implements AutoCloseable {
    private final Specimen<T> specimen;
    private final ScratchArena zeroed = ScratchArena.ofConfined();
    private final ScratchArena bare = ScratchArena.builder().zeroed(false).build();

    public FrameTrips(Specimen<T> specimen) {
        this.specimen = specimen;
    }

    /** The struct is zeroed. */
    public long zeroed(int trips) {
        return frames(zeroed, trips);
    }

    /** The struct holds what the arena held, but for presence and lengths. */
    public long bare(int trips) {
        return frames(bare, trips);
    }

    /** The fence is that of {@link PoolTrips}. */
    @SuppressWarnings("try") // only its end matters
    private long frames(ScratchArena arena, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (var frame = arena.frame()) {
                T struct = specimen.allocate().apply(arena);
                VarHandle.acquireFence();
                specimen.write().accept(struct, i);
                sum += specimen.read().applyAsLong(struct);
            }
        }
        return sum;
    }

    @Override
    public void close() {
        zeroed.close();
        bare.close();
    }
}
