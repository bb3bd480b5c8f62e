package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.StructPool;
import social.ffi.Reaction;
import social.ffi.ReactionType;

/** The trips of a reaction: five numbers. */
final class ReactionTrips implements RoundTrips {
    private final ScratchArena scratch = ScratchArena.ofConfined();
    private final StructPool<Reaction> pool = Reaction.pool(64);

    @Override
    public long pool(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            Reaction struct = pool.acquire();
            fill(struct, i);
            sum += (long) Functions.VISIT_REACTION_CRITICAL.invokeExact(struct.structAddress());
            sum += struct.createdAt();
            pool.release(struct);
        }
        return sum;
    }

    @Override
    public long poolOrdinary(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            Reaction struct = pool.acquire();
            fill(struct, i);
            sum += (long) Functions.VISIT_REACTION.invokeExact(struct.structAddress());
            sum += struct.createdAt();
            pool.release(struct);
        }
        return sum;
    }

    @Override
    @SuppressWarnings("try") // only its end matters
    public long scratch(int trips) throws Throwable {
        long sum = 0;
        for (int i = 0; i < trips; i++) {
            try (var frame = scratch.frame()) {
                Reaction struct = Reaction.allocate(scratch);
                fill(struct, i);
                sum += (long) Functions.VISIT_REACTION_CRITICAL.invokeExact(struct.structAddress());
                sum += struct.createdAt();
            }
        }
        return sum;
    }

    private static void fill(Reaction struct, long value) {
        struct.reactionId(value)
                .userId(value + 1)
                .targetId(value + 2)
                .reactionType(ReactionType.LAUGH)
                .createdAt(value + 3);
    }

    @Override
    public long function() {
        return Functions.VISIT_REACTION_ADDRESS;
    }

    @Override
    public void close() {
        scratch.close();
        pool.close();
    }
}
