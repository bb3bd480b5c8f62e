package dev.proto2ffi.benchmarks.peers;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What the structs hold, from a seed: a thousand of each kind, with numbers and lengths of texts as a social network has
 * them. Texts are ASCII: a post's has about 300 characters, its URL 60, a comment's 120.
 */
final class Values {
    private static final long SEED = 2026;

    /** Of the texts. */
    private static final String[] WORDS = {
        "the", "of", "morning", "and", "light", "in", "mountains", "was", "a", "photograph", "we", "coffee", "remember"
    };

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final ReactionValue[] reactions = IntStream.range(0, Work.OPERATIONS)
            .mapToObj(i -> new ReactionValue(id(), id(), id(), random.nextInt(6), time()))
            .toArray(ReactionValue[]::new);
    private final CommentValue[] comments = IntStream.range(0, Work.OPERATIONS)
            .mapToObj(i -> new CommentValue(
                    id(), id(), id(), i % 2 == 0 ? 0 : id(), text(100, 140), count(500), count(20), time()))
            .toArray(CommentValue[]::new);
    private final PostValue[] posts = IntStream.range(0, Work.OPERATIONS)
            .mapToObj(i -> new PostValue(
                    id(),
                    id(),
                    random.nextInt(4),
                    text(260, 340),
                    "https://media.example.org/" + text(25, 35).replace(' ', '-') + ".jpg",
                    random.nextInt(3),
                    count(100_000),
                    count(5_000),
                    count(2_000),
                    count(10_000_000),
                    time(),
                    i % 4 == 0 ? time() : 0))
            .toArray(PostValue[]::new);

    ReactionValue[] reactions() {
        return reactions.clone();
    }

    CommentValue[] comments() {
        return comments.clone();
    }

    PostValue[] posts() {
        return posts.clone();
    }

    /** The first values: those that are written, read and updated in turn. */
    static <T> T[] handful(T[] values) {
        return Arrays.copyOf(values, Work.HANDFUL);
    }

    /** Some billions of things have been numbered so far. */
    private long id() {
        return random.nextLong(1, 8_000_000_000L);
    }

    private long count(int bound) {
        return random.nextInt(bound);
    }

    /** Seconds since 1970, within a year. */
    private long time() {
        return 1_780_000_000L + random.nextInt(31_000_000);
    }

    private String text(int least, int most) {
        int length = random.nextInt(least, most);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.substring(0, length);
    }
}
