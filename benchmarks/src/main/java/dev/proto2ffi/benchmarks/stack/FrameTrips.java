package dev.proto2ffi.benchmarks.stack;

import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.benchmarks.pool.PoolTrips;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.Struct;
import java.lang.foreign.SegmentAllocator;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.annotations.CompilerControl;

/**
 * A trip with what Java has for a stack: open a frame of a scratch arena, allocate a struct, write two fields, read one,
 * close the frame. Every method makes that many trips, from 0, and answers the sum of what was read; the twins are in
 * {@code stack.rs}. The loop isn't inlined, for the reason told at {@link PoolTrips}. For the thread that made it.
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

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @SuppressWarnings("try") // only its end matters
    private long frames(ScratchArena arena, int trips) {
        Function<SegmentAllocator, T> allocate = specimen.allocate();
        ObjLongConsumer<T> write = specimen.write();
        ToLongFunction<T> read = specimen.read();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (var frame = arena.frame()) {
                sum += Specimen.use(allocate.apply(arena), i, write, read);
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
