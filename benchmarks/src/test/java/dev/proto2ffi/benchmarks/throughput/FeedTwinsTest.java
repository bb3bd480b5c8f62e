package dev.proto2ffi.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.ffi.Comment;
import social.ffi.Post;
import social.ffi.Reaction;

/** What is compared must be the same work: the same sum, and the same bytes left behind. */
class FeedTwinsTest {
    private static final int ITEMS = 300;
    private static final int FROM = 100;
    private static final long SEED = 7;
    private static final long NOW = 1_800_000_000;

    private record Outcome(long sum, int bytes) {}

    /** What one contender does. */
    @FunctionalInterface
    private interface Work<T extends Struct> {
        long on(StructArray<T> items) throws Throwable;
    }

    private static <T extends Struct> Outcome outcome(StructType<T> type, Work<T> work) {
        try (Arena arena = Arena.ofConfined()) {
            StructArray<T> items = type.allocateArray(arena, ITEMS);
            if (items.get(0) instanceof Comment) {
                @SuppressWarnings("unchecked")
                StructArray<Comment> comments = (StructArray<Comment>) items;
                Texts.fill(comments);
            }
            long sum = Twins.<Long>call(() -> work.on(items));
            return new Outcome(sum, Arrays.hashCode(items.segment().toArray(ValueLayout.JAVA_BYTE)));
        }
    }

    private static NativeFeedWork twin(String language) {
        return language.equals("c") ? new NativeFeedWork.C() : new NativeFeedWork.Rust();
    }

    @Test
    void aFeedHasUsersPostsAndTypesOfAllKinds() {
        try (Arena arena = Arena.ofConfined()) {
            StructArray<Reaction> reactions = Reaction.allocateArray(arena, ITEMS);
            long sum = FeedWork.generate(reactions, 0, ITEMS, SEED);
            assertThat(sum)
                    .isEqualTo(reactions.stream().mapToLong(Reaction::userId).sum())
                    .isPositive();
            assertThat(reactions.stream().map(Reaction::reactionTypeNumber))
                    .contains(0, 1, 2, 3, 4, 5)
                    .doesNotContain(6);
            assertThat(reactions.stream().mapToLong(Reaction::userId).distinct().count())
                    .isGreaterThan(ITEMS - 5);
            assertThat(reactions.get(41).reactionId()).isEqualTo(41);
            assertThat(reactions.get(41).createdAt()).isEqualTo(1_700_000_041);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "rust"})
    void aFeedIsTheSameInAllLanguages(String language) {
        Outcome expected = outcome(Reaction.TYPE, items -> FeedWork.generate(items, FROM, ITEMS, SEED));
        assertThat(outcome(Reaction.TYPE, items -> twin(language).generate(items, FROM, ITEMS, SEED)))
                .isEqualTo(expected);
        assertThat(outcome(Reaction.TYPE, items -> 0)).isNotEqualTo(expected);
    }

    @Test
    void anUpdateChangesThreeFields() {
        try (Arena arena = Arena.ofConfined()) {
            StructArray<Post> posts = Post.allocateArray(arena, 2);
            assertThat(FeedWork.update(posts, 1, 2, NOW)).isEqualTo(1);
            assertThat(FeedWork.update(posts, 1, 2, NOW)).isEqualTo(2);
            assertThat(numbers(posts.get(0))).containsExactly(0, 0, 0);
            assertThat(numbers(posts.get(1))).containsExactly(2, 6, NOW + 1);
        }
    }

    private static long[] numbers(Post post) {
        return new long[] {post.likeCount(), post.viewCount(), post.updatedAt()};
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "rust"})
    void updatesAreTheSameInAllLanguages(String language) {
        Outcome expected = outcome(Post.TYPE, items -> FeedWork.update(items, FROM, ITEMS, NOW));
        assertThat(outcome(Post.TYPE, items -> twin(language).update(items, FROM, ITEMS, NOW)))
                .isEqualTo(expected);
    }

    @Test
    void spacesAreCounted() {
        try (Arena arena = Arena.ofConfined()) {
            StructArray<Comment> comments = Comment.allocateArray(arena, 4);
            comments.get(0).text(" ".repeat(Texts.LONGEST)).likeCount(7);
            comments.get(1).text("a b  c\u00a0d !\"`");
            comments.get(2).text("");
            comments.get(3).text("x".repeat(1_000) + " y");
            for (Work<Comment> work : List.<Work<Comment>>of(
                    items -> FeedWork.readByBytes(items, 0, 4), items -> FeedWork.readByWords(items, 0, 4))) {
                assertThat(Twins.<Long>call(() -> work.on(comments))).isEqualTo(Texts.LONGEST + 7 + 4 + 1);
                assertThat(comments.stream().map(Comment::replyCount))
                        .containsExactly((long) Texts.LONGEST, 4L, 0L, 1L);
                comments.forEach(comment -> comment.replyCount(0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "rust"})
    void commentsAreReadAlikeInAllLanguages(String language) {
        Outcome expected = outcome(Comment.TYPE, items -> FeedWork.readByBytes(items, FROM, ITEMS));
        assertThat(outcome(Comment.TYPE, items -> FeedWork.readByWords(items, FROM, ITEMS)))
                .isEqualTo(expected);
        assertThat(outcome(Comment.TYPE, items -> twin(language).read(items, FROM, ITEMS)))
                .isEqualTo(expected);
    }
}
