package dev.proto2ffi.benchmarks.throughput;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.StructArray;
import java.lang.invoke.MethodHandle;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import social.ffi.Comment;
import social.ffi.Post;
import social.ffi.Reaction;

/** The native twins of {@link FeedWork}, in {@code throughput.c} or {@code throughput.rs}. */
public abstract class NativeFeedWork {
    private final MethodHandle generate;
    private final MethodHandle update;
    private final MethodHandle read;

    private NativeFeedWork(NativeLibrary library) {
        generate = NativeCode.critical(library, "bench_feed_generate", 4);
        update = NativeCode.critical(library, "bench_feed_update", 4);
        read = NativeCode.critical(library, "bench_feed_read", 3);
    }

    /** In C. */
    @State(Scope.Thread)
    public static class C extends NativeFeedWork {
        public C() {
            super(NativeCode.c());
        }
    }

    /** In Rust. */
    @State(Scope.Thread)
    public static class Rust extends NativeFeedWork {
        public Rust() {
            super(NativeCode.rust());
        }
    }

    long generate(StructArray<Reaction> reactions, long from, long to, long seed) throws Throwable {
        return (long) generate.invokeExact(reactions.address(), from, to, seed);
    }

    long update(StructArray<Post> posts, long from, long to, long now) throws Throwable {
        return (long) update.invokeExact(posts.address(), from, to, now);
    }

    long read(StructArray<Comment> comments, long from, long to) throws Throwable {
        return (long) read.invokeExact(comments.address(), from, to);
    }
}
