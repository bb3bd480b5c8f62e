package dev.proto2ffi.benchmarks;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Category "cache": sequential passes over 100,000 reactions of 40 bytes, two reads and a write each. An operation is a
 * whole pass, so that whatever a pass allocates shows in B/op. {@link Safe} and {@link Raw} differ in the access mode
 * of the JVM; the native loops run in both.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@State(Scope.Thread)
public abstract class SequentialReactions {
    private final Feed feed = new Feed();
    private final MemorySegment segment = feed.reactions.segment();
    private final long address = feed.reactions.address();

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends SequentialReactions {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends SequentialReactions {}

    /** Lets the JVM see other structs before it compiles the loops. */
    @Setup
    public void setUp(Blackhole blackhole) {
        blackhole.consume(Feed.meetOtherStructs(2_000));
    }

    @TearDown
    public void tearDown() {
        feed.close();
    }

    @Benchmark
    public long javaForEach() {
        return ReactionPasses.forEach(feed.reactions);
    }

    @Benchmark
    public long javaIndex() {
        return ReactionPasses.byIndex(feed.reactions);
    }

    @Benchmark
    public long javaCursor() {
        return ReactionPasses.byCursor(feed.reactions);
    }

    @Benchmark
    public long javaStatics() {
        return ReactionPasses.byOffset(segment);
    }

    @Benchmark
    public long nativeC() throws Throwable {
        return NativeTwins.C.passReactions(address, Feed.REACTIONS);
    }

    @Benchmark
    public long nativeRust() throws Throwable {
        return NativeTwins.Rust.passReactions(address, Feed.REACTIONS);
    }
}
