package dev.proto2ffi.benchmarks.throughput;

import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.benchmarks.data.Window;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;
import social.ffi.Post;

/**
 * Category "throughput": counters and times of posts of 5,584 bytes. 50,000 are 279 MB, so that each post comes from
 * memory. An invocation updates the next {@value #WINDOW} of them.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class PostUpdates {
    static final int WINDOW = 1_000;

    /** Seconds since 1970. */
    private static final long NOW = 1_700_000_000;

    /** Posts in all. */
    @Param("50000")
    public long items;

    private final Arena arena = Arena.ofConfined();
    private StructArray<Post> posts = Post.allocateArray(arena, 0);
    private Window window = new Window(WINDOW, WINDOW);

    /** The work in Java. */
    public abstract static class InJava extends PostUpdates {
        @Benchmark
        @Compared(to = "rust", operations = WINDOW)
        public long javaIndex() {
            long from = window().next();
            return FeedWork.update(posts(), from, from + WINDOW, NOW);
        }
    }

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends InJava {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends InJava {}

    /** Native code, which has no modes. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends PostUpdates {
        @Benchmark
        @Compared(by = Contender.C, to = "rust", operations = WINDOW)
        public long c(NativeFeedWork.C c) throws Throwable {
            long from = window().next();
            return c.update(posts(), from, from + WINDOW, NOW);
        }

        @Benchmark
        @Compared(by = Contender.RUST, to = "rust", operations = WINDOW)
        public long rust(NativeFeedWork.Rust rust) throws Throwable {
            long from = window().next();
            return rust.update(posts(), from, from + WINDOW, NOW);
        }
    }

    /** Lets the JVM see other structs before it compiles the loops. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(Feed.meetOtherStructs(2_000));
        posts = Post.allocateArray(arena, items);
        window = new Window(items, WINDOW);
    }

    @TearDown
    public void tearDown() {
        arena.close();
    }

    final StructArray<Post> posts() {
        return posts;
    }

    final Window window() {
        return window;
    }
}
