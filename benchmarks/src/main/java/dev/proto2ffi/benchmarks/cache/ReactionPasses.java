package dev.proto2ffi.benchmarks.cache;

import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructCursor;
import java.lang.foreign.MemorySegment;
import social.ffi.Reaction;

/**
 * One pass over an array of reactions, two reads and a write for each, in the shapes that the API offers. All give the
 * same sum and leave the same memory behind; the twins are in {@code bench.c} and {@code lib.rs}.
 */
public final class ReactionPasses {
    private ReactionPasses() {}

    public static long forEach(StructArray<Reaction> reactions) {
        long sum = 0;
        for (Reaction reaction : reactions) {
            long value = reaction.userId() + reaction.targetId();
            reaction.createdAt(value);
            sum += value;
        }
        return sum;
    }

    static long byIndex(StructArray<Reaction> reactions) {
        long sum = 0;
        for (long i = 0; i < reactions.length(); i++) {
            Reaction reaction = reactions.get(i);
            long value = reaction.userId() + reaction.targetId();
            reaction.createdAt(value);
            sum += value;
        }
        return sum;
    }

    /** With one cursor for all passes: neither it nor its view is ever allocated again. */
    static long byCursor(StructCursor<Reaction> cursor) {
        long sum = 0;
        cursor.reset();
        Reaction reaction = cursor.view();
        while (cursor.next()) {
            long value = reaction.userId() + reaction.targetId();
            reaction.createdAt(value);
            sum += value;
        }
        return sum;
    }

    /** Without views: the static accessors over a segment. */
    static long byOffset(MemorySegment reactions) {
        long sum = 0;
        for (long offset = 0; offset < reactions.byteSize(); offset += Reaction.SIZE) {
            long value = Reaction.userId(reactions, offset) + Reaction.targetId(reactions, offset);
            Reaction.createdAt(reactions, offset, value);
            sum += value;
        }
        return sum;
    }
}
