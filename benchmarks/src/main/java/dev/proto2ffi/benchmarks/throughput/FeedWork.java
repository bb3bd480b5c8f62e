package dev.proto2ffi.benchmarks.throughput;

import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import social.ffi.Comment;
import social.ffi.Post;
import social.ffi.Reaction;

/**
 * What a social network does with many items: makes a feed, updates posts, reads comments. Each method works on the items
 * from one index to another, and answers a sum over what it did; the twins are in {@code throughput.c} and
 * {@code throughput.rs}.
 */
final class FeedWork {
    /** Steps of the generator of random numbers (splitmix64). */
    private static final long STEP = 0x9e3779b97f4a7c15L;

    /** Reaction types. */
    private static final int TYPES = 6;

    /** When the feed begins, in seconds since 1970. */
    private static final long EPOCH = 1_700_000_000;

    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long SPACES = 0x2020202020202020L;
    private static final long LOW_SEVEN_BITS = 0x7f7f7f7f7f7f7f7fL;

    /** Words that can be added up byte by byte before a byte overflows. */
    private static final int WORDS_OF_A_SUM = 255;

    private FeedWork() {}

    /** Fills every field of the reactions, from the seed and the index alone; the sum of the users. */
    static long generate(StructArray<Reaction> reactions, long from, long to, long seed) {
        long sum = 0;
        for (long i = from; i < to; i++) {
            long random = mix(seed + i * STEP);
            long user = random >>> 44;
            reactions
                    .get(i)
                    .reactionId(i)
                    .userId(user)
                    .targetId(random & 0xfffff)
                    .reactionTypeNumber((int) ((random >>> 20 & 0xffff) * TYPES >>> 16))
                    .createdAt(EPOCH + i);
            sum += user;
        }
        return sum;
    }

    private static long mix(long state) {
        long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** Counts a like and three views more for each post, and notes the time; the sum of the likes. */
    static long update(StructArray<Post> posts, long from, long to, long now) {
        long sum = 0;
        for (long i = from; i < to; i++) {
            Post post = posts.get(i);
            long likes = post.likeCount() + 1;
            post.likeCount(likes).viewCount(post.viewCount() + 3).updatedAt(now + i);
            sum += likes;
        }
        return sum;
    }

    /** Counts the spaces of each text, byte by byte, into the replies; the sum of spaces and likes. */
    static long readByBytes(StructArray<Comment> comments, long from, long to) {
        long sum = 0;
        for (long i = from; i < to; i++) {
            Comment comment = comments.get(i);
            long spaces = spacesByBytes(comment.textSegment());
            sum += spaces + comment.replyCount(spaces).likeCount();
        }
        return sum;
    }

    private static long spacesByBytes(MemorySegment text) {
        int spaces = 0;
        for (long i = 0; i < text.byteSize(); i++) {
            spaces += text.get(ValueLayout.JAVA_BYTE, i) == ' ' ? 1 : 0;
        }
        return spaces;
    }

    /** As {@link #readByBytes}, with eight bytes at a time: what Java needs where native compilers vectorise bytes. */
    static long readByWords(StructArray<Comment> comments, long from, long to) {
        long sum = 0;
        for (long i = from; i < to; i++) {
            Comment comment = comments.get(i);
            long spaces = spacesByWords(comment.textSegment());
            sum += spaces + comment.replyCount(spaces).likeCount();
        }
        return sum;
    }

    private static long spacesByWords(MemorySegment text) {
        long words = text.byteSize() >>> 3;
        long spaces = 0;
        for (long first = 0; first < words; first += WORDS_OF_A_SUM) {
            spaces += spacesOfWords(text, first, Math.min(words, first + WORDS_OF_A_SUM));
        }
        for (long i = words << 3; i < text.byteSize(); i++) {
            spaces += text.get(ValueLayout.JAVA_BYTE, i) == ' ' ? 1 : 0;
        }
        return spaces;
    }

    private static long spacesOfWords(MemorySegment text, long from, long to) {
        long counts = 0;
        for (long i = from; i < to; i++) {
            long others = text.get(WORD, i << 3) ^ SPACES;
            // The highest bit of each byte that isn't zero; no carry leaves its byte.
            long marks = (others & LOW_SEVEN_BITS) + LOW_SEVEN_BITS | others;
            counts += ~(marks | LOW_SEVEN_BITS) >>> 7;
        }
        // The bytes added up: first to four sums of 16 bits, which then meet in the highest.
        long pairs = (counts & 0x00ff00ff00ff00ffL) + (counts >>> 8 & 0x00ff00ff00ff00ffL);
        return pairs * 0x0001000100010001L >>> 48;
    }
}
