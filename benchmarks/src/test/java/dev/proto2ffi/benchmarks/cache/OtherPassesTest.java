package dev.proto2ffi.benchmarks.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import social.ffi.Post;

/** What is compared must be the same work: the same sum, and the same bytes left behind. */
class OtherPassesTest {
    private static final int COUNT = 1_000;

    private record Outcome(long sum, int bytes) {}

    private static Outcome ofReactions(ToLongFunction<Feed> pass) {
        try (Feed feed = new Feed(COUNT)) {
            long sum = pass.applyAsLong(feed);
            return new Outcome(sum, Arrays.hashCode(feed.reactions.segment().toArray(ValueLayout.JAVA_BYTE)));
        }
    }

    private static Outcome ofPosts(ToLongFunction<StructArray<Post>> pass) {
        try (Arena arena = Arena.ofConfined()) {
            StructArray<Post> posts = Post.allocateArray(arena, COUNT);
            PostPasses.fill(posts);
            long sum = pass.applyAsLong(posts);
            return new Outcome(sum, Arrays.hashCode(posts.segment().toArray(ValueLayout.JAVA_BYTE)));
        }
    }

    @Test
    void theOrderVisitsEachOnceAndIsShuffled() {
        int[] order = RandomPasses.order(COUNT);
        assertThat(order).isNotEqualTo(IntStream.range(0, COUNT).toArray());
        assertThat(Arrays.stream(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, COUNT).toArray());
    }

    @Test
    void randomPassesDoTheSameInAnyOrder() {
        int[] order = RandomPasses.order(COUNT);
        Outcome expected = ofReactions(feed -> ReactionPasses.byIndex(feed.reactions));
        assertThat(ofReactions(feed -> RandomPasses.byIndex(feed.reactions, order)))
                .isEqualTo(expected);
        assertThat(ofReactions(feed -> RandomPasses.byOffset(feed.reactions.segment(), order)))
                .isEqualTo(expected);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment indexes = arena.allocateFrom(ValueLayout.JAVA_INT, order);
            assertThat(ofReactions(feed -> Twins.<Long>call(
                            () -> RustPasses.reactionsInOrder(feed.reactions.address(), indexes.address(), COUNT))))
                    .isEqualTo(expected);
        }
    }

    /** One index for all visits: it must be read, and not only the reactions in a row. */
    @Test
    void passesFollowTheOrder() {
        int[] same = new int[COUNT];
        Outcome expected = ofReactions(feed -> RandomPasses.byIndex(feed.reactions, same));
        assertThat(expected).isNotEqualTo(ofReactions(feed -> ReactionPasses.byIndex(feed.reactions)));
        assertThat(ofReactions(feed -> RandomPasses.byOffset(feed.reactions.segment(), same)))
                .isEqualTo(expected);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment indexes = arena.allocateFrom(ValueLayout.JAVA_INT, same);
            assertThat(ofReactions(feed -> Twins.<Long>call(
                            () -> RustPasses.reactionsInOrder(feed.reactions.address(), indexes.address(), COUNT))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void passesOverPostsDoTheSame() {
        Outcome expected = ofPosts(posts -> {
            long sum = 0;
            for (long i = 0; i < COUNT; i++) {
                Post post = posts.get(i);
                post.updatedAt(post.authorId() + post.likeCount());
                sum += post.updatedAt();
            }
            return sum;
        });
        assertThat(ofPosts(posts -> 0).bytes()).isNotEqualTo(expected.bytes());
        assertThat(ofPosts(PostPasses::forEach)).isEqualTo(expected);
        assertThat(ofPosts(PostPasses::byIndex)).isEqualTo(expected);
        assertThat(ofPosts(posts -> Twins.<Long>call(() -> RustPasses.posts(posts.address(), COUNT))))
                .isEqualTo(expected);
    }
}
