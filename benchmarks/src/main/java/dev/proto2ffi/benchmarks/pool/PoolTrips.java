package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.runtime.Lease;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.StructPool;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Queue;
import org.openjdk.jmh.annotations.CompilerControl;
import social.ffi.Reaction;

/**
 * A trip: get a reaction of 40 bytes, write two fields, read one, give it back. Every method makes that many trips, from
 * 0, and answers the sum of what was read; the twins are in {@code memory.c} and {@code memory.rs}. Not inlined, as those
 * are not: inside the harness's loop, where the JIT puts it after some seconds, registers are scarce, and a trip takes
 * up to 2.5 ns instead of 1.8.
 */
public final class PoolTrips {
    /** Reactions in the pools. A trip needs one; the slab stays in the first cache. */
    static final int CAPACITY = 1_024;

    private PoolTrips() {}

    /**
     * What every trip does with its reaction. Before, the fence lets the compiler believe that code it can't see has used
     * the reaction, and the pool too, as the twins do: so it can neither remove an allocation nor keep the allocator's
     * state in registers from trip to trip. On x86-64 it costs no instruction.
     */
    private static long use(Reaction reaction, long value) {
        VarHandle.acquireFence();
        return reaction.userId(value).targetId(value).userId();
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public static long pool(StructPool<Reaction> pool, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            Reaction reaction = pool.acquire();
            sum += use(reaction, i);
            pool.release(reaction);
        }
        return sum;
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public static long lease(StructPool<Reaction> pool, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (Lease<Reaction> lease = pool.lease()) {
                sum += use(lease.get(), i);
            }
        }
        return sum;
    }

    /** A mark of a scratch arena before, and a reset after. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public static long scratch(ScratchArena scratch, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            long mark = scratch.mark();
            sum += use(Reaction.allocate(scratch), i);
            scratch.reset(mark);
        }
        return sum;
    }

    /** The same by a frame. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    @SuppressWarnings("try") // only its end matters
    public static long frames(ScratchArena scratch, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (var frame = scratch.frame()) {
                sum += use(Reaction.allocate(scratch), i);
            }
        }
        return sum;
    }

    /** What one would write without a pool: views made before, in the JDK's stack for one thread. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public static long stack(ArrayDeque<Reaction> views, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            Reaction reaction = views.pop();
            sum += use(reaction, i);
            views.push(reaction);
        }
        return sum;
    }

    /** What one would write without a shared pool: views made before, in one of the JDK's queues. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public static long queue(Queue<Reaction> views, int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            Reaction reaction = views.remove();
            sum += use(reaction, i);
            views.add(reaction);
        }
        return sum;
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public static long malloc(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            MemorySegment segment = Malloc.allocate(Reaction.SIZE);
            sum += use(Reaction.at(segment), i);
            Malloc.free(segment);
        }
        return sum;
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public static long confinedArenas(int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (Arena arena = Arena.ofConfined()) {
                sum += use(Reaction.allocate(arena), i);
            }
        }
        return sum;
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public static long sharedArenas(int trips) {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (Arena arena = Arena.ofShared()) {
                sum += use(Reaction.allocate(arena), i);
            }
        }
        return sum;
    }
}
