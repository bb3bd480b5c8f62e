package dev.proto2ffi.benchmarks.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructCursor;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import social.ffi.Reaction;

/**
 * Passes over 100,000 reactions allocate nothing once they are compiled: the views, iterators and cursors that the
 * source makes don't exist at run time.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The threshold of "nothing", in bytes a pass. A single view of a single element would be 24. */
    private static final double NOTHING = 0.5;

    private static final int REACTIONS = 100_000;

    /** Passes of a measurement. A stray object of the JVM's own among them stays far below the threshold. */
    private static final int PASSES = 1_000;

    /** How many measurements the compilers get to finish their work, which a loaded machine delays. */
    private static final int PATIENCE = 60;

    @Test
    void forEachAllocatesNothing() {
        assertAllocatesNothing(ReactionPasses::forEach);
    }

    @Test
    void theIndexLoopAllocatesNothing() {
        assertAllocatesNothing(ReactionPasses::byIndex);
    }

    @Test
    void theCursorAllocatesNothing() {
        try (Feed feed = new Feed(REACTIONS)) {
            StructCursor<Reaction> cursor = feed.reactions.cursor();
            assertAllocatesNothing(reactions -> ReactionPasses.byCursor(cursor));
        }
    }

    @Test
    void theMeasurementSeesAnObjectForEachPass() {
        List<Object> kept = new ArrayList<>(PASSES);
        try (Feed feed = new Feed(REACTIONS)) {
            double bytes = bytesAPass(feed.reactions, reactions -> {
                kept.add(reactions.get(0));
                return 0;
            });
            assertThat(bytes).isGreaterThan(8);
            assertThat(kept).hasSize(PASSES);
        }
    }

    private static void assertAllocatesNothing(ToLongFunction<StructArray<Reaction>> pass) {
        assertThat(Feed.meetOtherStructs(2_000)).isPositive();
        List<Double> seen = new ArrayList<>();
        try (Feed feed = new Feed(REACTIONS)) {
            do {
                seen.add(bytesAPass(feed.reactions, pass));
            } while (seen.get(seen.size() - 1) >= NOTHING && seen.size() < PATIENCE);
        }
        assertThat(seen.get(seen.size() - 1)).as("bytes a pass, after " + seen).isLessThan(NOTHING);
    }

    private static double bytesAPass(StructArray<Reaction> reactions, ToLongFunction<StructArray<Reaction>> pass) {
        long sum = 0;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < PASSES; i++) {
            sum += pass.applyAsLong(reactions);
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isNotEqualTo(1);
        return (double) bytes / PASSES;
    }
}
