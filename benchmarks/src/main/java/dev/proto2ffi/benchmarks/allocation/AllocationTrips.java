package dev.proto2ffi.benchmarks.allocation;

import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.benchmarks.pool.Malloc;
import dev.proto2ffi.benchmarks.pool.PoolTrips;
import dev.proto2ffi.runtime.ArenaPool;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructPool;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.annotations.CompilerControl;

/**
 * A trip: get memory for a struct, write two fields, read one, give the memory back. Every method makes that many trips,
 * from 0, and answers the sum of what was read; the twins are in {@code stack.rs}. The loops aren't inlined,
 * for the reason told at {@link PoolTrips}. For the thread that made it.
 */
public final class AllocationTrips<T extends Struct> implements AutoCloseable {
    private final Specimen<T> specimen;
    private final long size;
    private final ScratchArena scratch = ScratchArena.ofConfined();
    private final ScratchArena scratchBare =
            ScratchArena.builder().zeroed(false).build();
    private final ArenaPool arenas = ArenaPool.of(ArenaPool.DEFAULT_BLOCK_BYTES, 8);
    private final StructPool<T> pool;
    private final StructPool<T> poolBare;
    private final StructPool<T> shared;
    private final StructPool<T> sharedBare;

    public AllocationTrips(Specimen<T> specimen) {
        this.specimen = specimen;
        this.size = specimen.type().size();
        this.pool = StructPool.builder(specimen.type()).capacity(64).build();
        this.poolBare =
                StructPool.builder(specimen.type()).capacity(64).zeroed(false).build();
        this.shared = StructPool.builder(specimen.type()).capacity(64).shared().build();
        this.sharedBare = StructPool.builder(specimen.type())
                .capacity(64)
                .zeroed(false)
                .shared()
                .build();
    }

    /** {@code Post.allocate(arena)}, with an arena for each; zeroed, as the JDK does. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long confinedArenas(int trips) {
        Function<SegmentAllocator, T> allocate = specimen.allocate();
        ObjLongConsumer<T> write = specimen.write();
        ToLongFunction<T> read = specimen.read();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (Arena arena = Arena.ofConfined()) {
                sum += Specimen.use(allocate.apply(arena), i, write, read);
            }
        }
        return sum;
    }

    /** {@code malloc} and {@code free} by critical calls; not zeroed. */
    public long malloc(int trips) throws Throwable {
        Function<MemorySegment, T> over = specimen.over();
        ObjLongConsumer<T> write = specimen.write();
        ToLongFunction<T> read = specimen.read();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            MemorySegment segment = Malloc.allocate(size);
            sum += Specimen.use(over.apply(segment), i, write, read);
            Malloc.free(segment);
        }
        return sum;
    }

    /** {@code Post.allocate(scratch)}, with a mark and a reset for each. */
    public long scratch(int trips) {
        return scratch(scratch, trips);
    }

    /** As {@link #scratch}, not zeroed: presence and lengths only. */
    public long scratchBare(int trips) {
        return scratch(scratchBare, trips);
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private long scratch(ScratchArena from, int trips) {
        Function<SegmentAllocator, T> allocate = specimen.allocate();
        ObjLongConsumer<T> write = specimen.write();
        ToLongFunction<T> read = specimen.read();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            long mark = from.mark();
            sum += Specimen.use(allocate.apply(from), i, write, read);
            from.reset(mark);
        }
        return sum;
    }

    /** {@code Post.allocate(arena)}, with an arena of the pool for each; zeroed. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long pooledArenas(int trips) {
        Function<SegmentAllocator, T> allocate = specimen.allocate();
        ObjLongConsumer<T> write = specimen.write();
        ToLongFunction<T> read = specimen.read();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (Arena arena = arenas.acquire()) {
                sum += Specimen.use(allocate.apply(arena), i, write, read);
            }
        }
        return sum;
    }

    /** {@code acquire} and {@code release}; zeroed. */
    public long pool(int trips) {
        return pool(pool, trips);
    }

    /** The same, not zeroed. */
    public long poolBare(int trips) {
        return pool(poolBare, trips);
    }

    /** As {@link #pool}, from a pool that other threads could use, too. */
    public long sharedPool(int trips) {
        return pool(shared, trips);
    }

    /** The same, not zeroed. */
    public long sharedPoolBare(int trips) {
        return pool(sharedBare, trips);
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private long pool(StructPool<T> from, int trips) {
        ObjLongConsumer<T> write = specimen.write();
        ToLongFunction<T> read = specimen.read();
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            T struct = from.acquire();
            sum += Specimen.use(struct, i, write, read);
            from.release(struct);
        }
        return sum;
    }

    @Override
    public void close() {
        scratch.close();
        scratchBare.close();
        arenas.close();
        pool.close();
        poolBare.close();
        shared.close();
        sharedBare.close();
    }
}
