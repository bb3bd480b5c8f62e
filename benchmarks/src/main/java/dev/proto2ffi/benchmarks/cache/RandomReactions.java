package dev.proto2ffi.benchmarks.cache;

import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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

/**
 * Category "cache", random access: passes over 100,000 reactions of 40 bytes (4 MB) in a shuffled order, the same for all;
 * two reads and a write each. An operation is a pass, which is timed by itself.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class RandomReactions {
    static final int COUNT = 100_000;

    /** Tells the case from the sequential ones. */
    @Param("random")
    public String walk = "";

    private final Arena arena = Arena.ofConfined();
    private final int[] order = RandomPasses.order(COUNT);
    private final MemorySegment nativeOrder = arena.allocateFrom(ValueLayout.JAVA_INT, order);
    private final Feed feed = new Feed(COUNT);

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends RandomReactions {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends RandomReactions {}

    /** Lets the JVM see other structs before it compiles the loops. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(Feed.meetOtherStructs(2_000));
    }

    @TearDown
    public void tearDown() {
        feed.close();
        arena.close();
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "nativeRust", operations = COUNT)
    public long nativeRust() throws Throwable {
        return RustPasses.reactionsInOrder(feed.reactions.address(), nativeOrder.address(), COUNT);
    }

    @Benchmark
    @Compared(to = "nativeRust", operations = COUNT)
    public long javaIndex() {
        return RandomPasses.byIndex(feed.reactions, order);
    }

    @Benchmark
    @Compared(to = "nativeRust", operations = COUNT)
    public long javaStatics() {
        return RandomPasses.byOffset(feed.reactions.segment(), order);
    }
}
