package dev.proto2ffi.runtime;

import com.sun.management.ThreadMXBean;
import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.management.ManagementFactory;
import java.util.function.ToLongFunction;

/** A program that a test starts: makes structs in a scratch arena, and prints the garbage that a round of it leaves. */
final class ScratchRounds {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 100_000;

    /** How many measurements the compilers get to finish their work, which a loaded machine delays. */
    private static final int PATIENCE = 60;

    private ScratchRounds() {}

    /** What a round does. */
    enum Kind {
        FRAME(true, scratch -> {
            try (var frame = scratch.frame()) {
                return Reaction.allocate(scratch).reactionId(1).userId(2).reactionId() + (frame == null ? 1 : 0);
            }
        }),
        MARK(true, scratch -> {
            long mark = scratch.mark();
            long read = Reaction.allocate(scratch).reactionId(1).userId(2).reactionId();
            scratch.reset(mark);
            return read;
        }),
        LARGE_NOT_ZEROED(false, scratch -> {
            long read = Post.allocate(scratch).postId(1).likeCount(2).postId();
            scratch.reset();
            return read;
        }),
        MANY(true, scratch -> {
            try (var frame = scratch.frame()) {
                long sum = frame == null ? 1 : 0;
                for (int i = 0; i < 10; i++) {
                    sum += Reaction.allocate(scratch).reactionId(i).reactionId();
                }
                return sum;
            }
        }),
        /** To see that the measurement sees something. */
        ESCAPING(true, scratch -> {
            kept = Reaction.allocate(scratch);
            scratch.reset();
            return kept.reactionId();
        });

        final boolean zeroed;

        @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
        final ToLongFunction<ScratchArena> round;

        Kind(boolean zeroed, ToLongFunction<ScratchArena> round) {
            this.zeroed = zeroed;
            this.round = round;
        }
    }

    private static volatile Reaction kept;

    public static void main(String[] arguments) {
        Kind kind = Kind.valueOf(arguments[0]);
        double bytes = Double.MAX_VALUE;
        try (ScratchArena scratch = ScratchArena.builder().zeroed(kind.zeroed).build()) {
            for (int i = 0; i < PATIENCE && bytes >= GarbageProgram.NOTHING; i++) {
                bytes = bytesARound(scratch, kind.round);
            }
        }
        System.out.println(bytes);
    }

    private static double bytesARound(ScratchArena scratch, ToLongFunction<ScratchArena> round) {
        long sum = 0;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            sum += round.applyAsLong(scratch);
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        return sum < 0 ? -1 : (double) bytes / ROUNDS;
    }
}
