package dev.proto2ffi.examples.social;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import social.ffi.CallReport;

/** The functions of {@code src/main/rust/src/lib.rs}. Arrays go as a pointer and a count, single structs as a pointer. */
final class RustFeed {
    private final MethodHandle redact;
    private final MethodHandle rank;
    private final MethodHandle notify;

    /**
     * Finds the functions of the library on the class path.
     *
     * @throws dev.proto2ffi.runtime.NativeLibraryException if it wasn't built or can't be loaded
     */
    RustFeed() {
        NativeLibrary library = NativeLibrary.load("feed_rust", RustFeed.class.getClassLoader());
        redact = library.function(
                "feed_redact", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS));
        rank = library.function(
                "feed_rank", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS));
        notify = library.function(
                "feed_notify",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS));
    }

    /** Takes e-mail addresses out of the posts. */
    void redact(NativeFeed feed, long now, CallReport report) {
        NativeCall.run("feed_redact", report, () ->
                (int) redact.invokeExact(feed.posts.segment(), feed.posts.length(), now, report.structSegment()));
    }

    /** Computes hotness and rank of each post, and reports the hottest. */
    void rank(NativeFeed feed, long now, CallReport report) {
        NativeCall.run("feed_rank", report, () -> (int) rank.invokeExact(
                feed.posts.segment(), feed.scores.segment(), feed.posts.length(), now, report.structSegment()));
    }

    /** Writes notifications to the authors of the hottest posts. */
    void tellAuthors(NativeFeed feed, long now, CallReport report) {
        NativeCall.run("feed_notify", report, () -> (int) notify.invokeExact(
                feed.posts.segment(),
                feed.scores.segment(),
                feed.posts.length(),
                feed.notifications.segment(),
                feed.notifications.length(),
                now,
                report.structSegment()));
    }
}
