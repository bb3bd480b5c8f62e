package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Structs in a scratch arena leave no garbage once the code is compiled: the views and frames don't exist at run time. */
class ScratchGarbageTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The threshold of "nothing", in bytes a round. A view would be 24, a frame 48. */
    private static final double NOTHING = 0.5;

    private static final int ROUNDS = 100_000;

    /** How many measurements the compilers get to finish their work, which a loaded machine delays. */
    private static final int PATIENCE = 60;

    @Test
    void aStructInAFrameLeavesNoGarbage() {
        assertNoGarbage(true, scratch -> {
            try (var frame = scratch.frame()) {
                return Reaction.allocate(scratch).reactionId(1).userId(2).reactionId() + (frame == null ? 1 : 0);
            }
        });
    }

    @Test
    void aStructBetweenMarkAndResetLeavesNoGarbage() {
        assertNoGarbage(true, scratch -> {
            long mark = scratch.mark();
            long read = Reaction.allocate(scratch).reactionId(1).userId(2).reactionId();
            scratch.reset(mark);
            return read;
        });
    }

    @Test
    void aLargeStructThatIsNotZeroedLeavesNoGarbage() {
        assertNoGarbage(false, scratch -> {
            long read = Post.allocate(scratch).postId(1).likeCount(2).postId();
            scratch.reset();
            return read;
        });
    }

    @Test
    void aSegmentLeavesNoGarbage() {
        assertNoGarbage(true, scratch -> {
            try (var frame = scratch.frame()) {
                MemorySegment segment = scratch.allocate(24, 8);
                segment.set(ValueLayout.JAVA_LONG, 8, frame == null ? 0 : 1);
                return segment.get(ValueLayout.JAVA_LONG, 8);
            }
        });
    }

    @Test
    void manyStructsInAFrameLeaveNoGarbage() {
        assertNoGarbage(true, scratch -> {
            try (var frame = scratch.frame()) {
                long sum = frame == null ? 1 : 0;
                for (int i = 0; i < 10; i++) {
                    sum += Reaction.allocate(scratch).reactionId(i).reactionId();
                }
                return sum;
            }
        });
    }

    @Test
    void theMeasurementSeesAnObjectForEachRound() {
        Object[] kept = new Object[ROUNDS];
        int[] count = {0};
        try (ScratchArena scratch = ScratchArena.ofConfined()) {
            double bytes = bytesARound(scratch, each -> {
                kept[count[0]++] = Reaction.allocate(each);
                each.reset();
                return 0;
            });
            assertThat(bytes).isGreaterThan(8);
            assertThat(kept).doesNotContainNull();
        }
    }

    private static void assertNoGarbage(boolean zeroed, ToLongFunction<ScratchArena> round) {
        assumeFalse(Checks.ON, "checked mode makes a lifetime for each mark");
        List<Double> seen = new ArrayList<>();
        try (ScratchArena scratch = ScratchArena.builder().zeroed(zeroed).build()) {
            do {
                seen.add(bytesARound(scratch, round));
            } while (seen.get(seen.size() - 1) >= NOTHING && seen.size() < PATIENCE);
        }
        assertThat(seen.get(seen.size() - 1)).as("bytes a round, after " + seen).isLessThan(NOTHING);
    }

    private static double bytesARound(ScratchArena scratch, ToLongFunction<ScratchArena> round) {
        long sum = 0;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            sum += round.applyAsLong(scratch);
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isNotEqualTo(1);
        return (double) bytes / ROUNDS;
    }
}
