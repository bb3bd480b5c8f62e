package dev.proto2ffi.benchmarks.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.benchmarks.data.Feed;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import social.ffi.Reaction;

/** What is compared must be the same work: the same sum, and the same bytes left behind. */
class TwinsTest {
    private static final int REACTIONS = 1_000;

    private record Outcome(long sum, int bytes) {}

    private static Outcome outcome(ToLongFunction<Feed> pass) {
        try (Feed feed = new Feed(REACTIONS)) {
            long sum = pass.applyAsLong(feed);
            byte[] bytes = feed.reactions.segment().toArray(ValueLayout.JAVA_BYTE);
            return new Outcome(sum, Arrays.hashCode(bytes));
        }
    }

    private static Outcome expected() {
        return outcome(feed -> {
            long sum = 0;
            for (long i = 0; i < REACTIONS; i++) {
                Reaction reaction = feed.reactions.get(i);
                reaction.createdAt(reaction.userId() + reaction.targetId());
                sum += reaction.createdAt();
            }
            return sum;
        });
    }

    @Test
    void allShapesInJavaDoTheSame() {
        assertThat(outcome(feed -> ReactionPasses.forEach(feed.reactions))).isEqualTo(expected());
        assertThat(outcome(feed -> ReactionPasses.byIndex(feed.reactions))).isEqualTo(expected());
        assertThat(outcome(feed -> ReactionPasses.byCursor(feed.reactions.cursor())))
                .isEqualTo(expected());
        assertThat(outcome(feed -> ReactionPasses.byOffset(feed.reactions.segment())))
                .isEqualTo(expected());
    }

    @Test
    void aPassChangesTheData() {
        assertThat(outcome(feed -> 0).bytes()).isNotEqualTo(expected().bytes());
    }

    @Test
    void cDoesTheSame() {
        assertThat(outcome(feed ->
                        Twins.<Long>call(() -> NativeTwins.C.passReactions(feed.reactions.address(), REACTIONS))))
                .isEqualTo(expected());
    }

    @Test
    void rustDoesTheSame() {
        assertThat(outcome(feed ->
                        Twins.<Long>call(() -> NativeTwins.Rust.passReactions(feed.reactions.address(), REACTIONS))))
                .isEqualTo(expected());
    }
}
