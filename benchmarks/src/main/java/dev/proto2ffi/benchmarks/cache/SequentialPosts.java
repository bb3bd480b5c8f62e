package dev.proto2ffi.benchmarks.cache;

import dev.proto2ffi.benchmarks.data.Feed;
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
 * Category "cache", large structs: passes over 20,000 posts of 5,584 bytes (112 MB), two reads and a write each, as {@link
 * PostPasses} says. The lines that a pass touches are more than 3 MB, more than a core's second cache most often. An
 * operation is a pass, which is timed by itself.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class SequentialPosts {
    static final int COUNT = 20_000;

    /** Tells the case from those of reactions. */
    @Param("posts")
    public String structs = "";

    private final Arena arena = Arena.ofConfined();
    private final StructArray<Post> posts = Post.allocateArray(arena, COUNT);

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends SequentialPosts {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends SequentialPosts {}

    /** Lets the JVM see other structs before it compiles the loops. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(Feed.meetOtherStructs(2_000));
        PostPasses.fill(posts);
    }

    @TearDown
    public void tearDown() {
        arena.close();
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "nativeRust", operations = COUNT)
    public long nativeRust() throws Throwable {
        return RustPasses.posts(posts.address(), COUNT);
    }

    @Benchmark
    @Compared(to = "nativeRust", operations = COUNT)
    public long javaForEach() {
        return PostPasses.forEach(posts);
    }

    @Benchmark
    @Compared(to = "nativeRust", operations = COUNT)
    public long javaIndex() {
        return PostPasses.byIndex(posts);
    }
}
