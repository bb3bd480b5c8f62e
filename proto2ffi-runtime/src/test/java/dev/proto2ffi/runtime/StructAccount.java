package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * Books the structs of a pool in the structs themselves. One that is in use has its holder's stamp in the first word, set
 * by compare-and-set so that a struct in two hands is noticed, and bytes that follow from it in all others. One that was
 * given back has 0 in the first word, and bytes that follow from its address in all others.
 */
final class StructAccount {
    private static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();
    private static final int WORDS = (int) (Reaction.SIZE / Long.BYTES);

    private StructAccount() {}

    /** To be called by who acquired the struct, with a stamp that nobody else uses. */
    static void open(Reaction struct, long stamp) {
        MemorySegment memory = struct.structSegment();
        boolean fresh = memory.get(ValueLayout.JAVA_LONG, Long.BYTES) == 0;
        check(memory, fresh ? 0 : freeBytes(memory), fresh ? 0 : 1, "changed while nobody had it");
        if (!WORD.compareAndSet(memory, 0L, 0L, stamp)) {
            throw new AssertionError(
                    "in two hands: " + memory + " holds " + memory.get(ValueLayout.JAVA_LONG, 0) + ", not 0");
        }
        fill(memory, stamp);
    }

    /** Checks that every byte is as the stamp's holder left it. */
    static void verify(Reaction struct, long stamp) {
        check(struct.structSegment(), stamp, 1, "changed in its holder's hands");
    }

    /** To be called by who is about to give the struct back. */
    static void close(Reaction struct, long stamp) {
        verify(struct, stamp);
        MemorySegment memory = struct.structSegment();
        fill(memory, freeBytes(memory));
        if (!WORD.compareAndSet(memory, 0L, stamp, 0L)) {
            throw new AssertionError("in two hands: " + memory + " lost the stamp " + stamp);
        }
    }

    /** The stamp that the struct was opened with. */
    static long stamp(Reaction struct) {
        return (long) WORD.getAcquire(struct.structSegment(), 0L);
    }

    private static long freeBytes(MemorySegment memory) {
        return -memory.address();
    }

    private static void fill(MemorySegment memory, long seed) {
        for (int i = 1; i < WORDS; i++) {
            memory.setAtIndex(ValueLayout.JAVA_LONG, i, seed * i + i);
        }
    }

    private static void check(MemorySegment memory, long seed, long step, String what) {
        for (long i = 1; i < WORDS; i++) {
            long expected = seed * i + step * i;
            if (memory.getAtIndex(ValueLayout.JAVA_LONG, i) != expected) {
                throw new AssertionError(what + ": word " + i + " of " + memory + " is "
                        + memory.getAtIndex(ValueLayout.JAVA_LONG, i) + ", not " + expected);
            }
        }
    }
}
