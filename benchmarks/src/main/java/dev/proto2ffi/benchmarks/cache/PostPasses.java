package dev.proto2ffi.benchmarks.cache;

import dev.proto2ffi.runtime.StructArray;
import java.util.SplittableRandom;
import social.ffi.Post;

/**
 * Passes over posts of 5,584 bytes: a read at the start of each, a read and a write at its end. What is read and written
 * stands in two cache lines or three, 87 lines apart. Every method answers the same sum and leaves the same bytes; the
 * twin is in {@code cache.rs}.
 */
final class PostPasses {
    private static final long SEED = 2028;

    private PostPasses() {}

    /** Numbers from a seed, so that every page is there. */
    static void fill(StructArray<Post> posts) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (Post post : posts) {
            post.postId(random.nextLong()).authorId(random.nextLong()).content("Nothing new.");
            post.likeCount(random.nextInt(1_000)).createdAt(random.nextLong());
        }
    }

    static long forEach(StructArray<Post> posts) {
        long sum = 0;
        for (Post post : posts) {
            long value = post.authorId() + post.likeCount();
            post.updatedAt(value);
            sum += value;
        }
        return sum;
    }

    static long byIndex(StructArray<Post> posts) {
        long sum = 0;
        for (long i = 0; i < posts.length(); i++) {
            Post post = posts.get(i);
            long value = post.authorId() + post.likeCount();
            post.updatedAt(value);
            sum += value;
        }
        return sum;
    }
}
