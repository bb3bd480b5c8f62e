package dev.proto2ffi.examples.social;

import dev.proto2ffi.runtime.StructArray;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import social.ffi.CallReport;
import social.ffi.Comment;
import social.ffi.Post;
import social.ffi.PostScore;

/** Tells on a stream what happens to the feed. Times are of one run without warm-up: for orientation only. */
final class Story {
    private static final int EXCERPT = 76;

    private final PrintStream out;
    private long started;

    Story(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println(title);
    }

    /** Starts the clock of {@link #did} and {@link #built}. */
    void begin() {
        started = System.nanoTime();
    }

    private double milliseconds() {
        return (System.nanoTime() - started) / 1e6;
    }

    void built(NativeFeed feed) {
        double time = milliseconds();
        long all = feed.weights.structType().size();
        for (StructArray<?> array :
                List.of(feed.users, feed.posts, feed.comments, feed.reactions, feed.scores, feed.notifications)) {
            long bytes = array.segment().byteSize();
            all += bytes;
            out.printf(
                    Locale.ROOT,
                    "  %-20s %,8d x %,6d bytes = %,11d bytes%n",
                    array.structType().name(),
                    array.length(),
                    array.structType().size(),
                    bytes);
        }
        out.printf(Locale.ROOT, "  %-20s %,35d bytes, built in %.0f ms%n", "all together", all, time);
    }

    /** One native call that has just ended. */
    void did(String language, String what, CallReport report) {
        double time = milliseconds();
        out.printf(
                Locale.ROOT,
                "  %-4s  %-46s %,7d read, %,7d edited, %6.1f ms%n",
                language,
                what,
                report.seen(),
                report.edited(),
                time);
    }

    void post(NativeFeed feed, long id) {
        Post post = feed.posts.get(id - 1);
        out.printf(
                Locale.ROOT,
                "  post %d by @%s: %s, likes: %d, comments: %d, %s%n",
                id,
                feed.users.get(post.authorId() - 1).username(),
                post.postType(),
                post.likeCount(),
                post.commentCount(),
                post.updatedAt() == 0 ? "never edited" : "edited " + Instant.ofEpochSecond(post.updatedAt()));
        out.println("      " + ending(post.content()));
    }

    void comment(NativeFeed feed, long id) {
        Comment comment = feed.comments.get(id - 1);
        out.printf(Locale.ROOT, "  comment %d on post %d: likes: %d%n", id, comment.postId(), comment.likeCount());
        out.println("      " + ending(comment.text()));
    }

    void hottest(NativeFeed feed, CallReport ranking) {
        for (int i = 0; i < Math.min(3, ranking.topPostIdsCount()); i++) {
            PostScore score = feed.scores.get(ranking.topPostIds(i) - 1);
            out.printf(
                    Locale.ROOT,
                    "  %2d. post %d, engagement %.1f, hotness %.2f%n",
                    score.rank(),
                    score.postId(),
                    score.engagement(),
                    score.hotness());
            out.println("      told its author: " + feed.notifications.get(i).text());
        }
    }

    void verdict(Verdict verdict) {
        if (verdict.different() == 0) {
            out.printf(Locale.ROOT, "  every one of %,d values checked: all equal%n", verdict.checked());
        } else {
            out.printf(Locale.ROOT, "  %,d of %,d values differ:%n", verdict.different(), verdict.checked());
            verdict.differences().forEach(difference -> out.println("    " + difference));
        }
    }

    /** The end of a text, where the addresses are. Cut between characters, not within a surrogate pair. */
    private static String ending(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= EXCERPT ? text : "…" + text.substring(text.offsetByCodePoints(0, length - EXCERPT));
    }
}
