package dev.proto2ffi.examples.social;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import social.ffi.CallReport;

/** The functions of {@code src/main/c/feed.c}. Arrays go as a pointer and a count, single structs as a pointer. */
final class CFeed {
    private final MethodHandle tallyComments;
    private final MethodHandle tallyReactions;
    private final MethodHandle moderate;
    private final MethodHandle score;

    /**
     * Finds the functions of the library on the class path.
     *
     * @throws dev.proto2ffi.runtime.NativeLibraryException if it wasn't built or can't be loaded
     */
    CFeed() {
        NativeLibrary library = NativeLibrary.load("feed_c", CFeed.class.getClassLoader());
        tallyComments = library.function(
                "feed_tally_comments",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS));
        tallyReactions = library.function(
                "feed_tally_reactions",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS));
        moderate = library.function("feed_moderate", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
        score = library.function(
                "feed_score",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS));
    }

    /** Counts comments into their posts and replies into their comments. */
    void tallyComments(NativeFeed feed, CallReport report) {
        NativeCall.run("feed_tally_comments", report, () -> (int) tallyComments.invokeExact(
                feed.posts.segment(),
                feed.posts.length(),
                feed.comments.segment(),
                feed.comments.length(),
                report.structSegment()));
    }

    /** Counts reactions into scores and posts. */
    void tallyReactions(NativeFeed feed, CallReport report) {
        NativeCall.run("feed_tally_reactions", report, () -> (int) tallyReactions.invokeExact(
                feed.posts.segment(),
                feed.scores.segment(),
                feed.posts.length(),
                feed.reactions.segment(),
                feed.reactions.length(),
                report.structSegment()));
    }

    /** Replaces the text of comments that shout. */
    void moderate(NativeFeed feed, CallReport report) {
        NativeCall.run("feed_moderate", report, () ->
                (int) moderate.invokeExact(feed.comments.segment(), feed.comments.length(), report.structSegment()));
    }

    /** Computes the engagement of each post. */
    void score(NativeFeed feed, CallReport report) {
        NativeCall.run("feed_score", report, () -> (int) score.invokeExact(
                feed.users.segment(),
                feed.users.length(),
                feed.posts.segment(),
                feed.posts.length(),
                feed.weights.structSegment(),
                feed.scores.segment(),
                report.structSegment()));
    }
}
