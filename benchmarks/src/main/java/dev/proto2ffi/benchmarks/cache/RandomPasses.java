package dev.proto2ffi.benchmarks.cache;

import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import social.ffi.Reaction;

/**
 * Passes over reactions in the order of an index: two reads and a write each. Every method answers the same sum and leaves
 * the same bytes; the twin is in {@code cache.rs}.
 */
final class RandomPasses {
    private static final long SEED = 2027;

    private RandomPasses() {}

    /** The indexes from 0, each once, shuffled by a seed. */
    static int[] order(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        return order;
    }

    static long byIndex(StructArray<Reaction> reactions, int[] order) {
        long sum = 0;
        for (int index : order) {
            Reaction reaction = reactions.get(index);
            long value = reaction.userId() + reaction.targetId();
            reaction.createdAt(value);
            sum += value;
        }
        return sum;
    }

    /** Without views: the static accessors over a segment. */
    static long byOffset(MemorySegment reactions, int[] order) {
        long sum = 0;
        for (int index : order) {
            long offset = index * Reaction.SIZE;
            long value = Reaction.userId(reactions, offset) + Reaction.targetId(reactions, offset);
            Reaction.createdAt(reactions, offset, value);
            sum += value;
        }
        return sum;
    }
}
