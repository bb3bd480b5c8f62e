package dev.proto2ffi.benchmarks.cache;

import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.runtime.StructCursor;
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
import social.ffi.Reaction;

/**
 * Category "cache": sequential passes over reactions of 40 bytes, two reads and a write each. 100,000 of them are 4 MB,
 * where the memory sets the pace; 500 stay in the first cache, where the code does. An operation is as
 * many passes as visit 100,000. {@link Safe} and {@link Raw} differ in the access mode of the JVM; the native loops run
 * in both.
 *
 * <p>Each operation is timed by itself: the fastest is the figure that a busy machine disturbs least.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class SequentialReactions {
    /** Reactions that an operation visits. */
    static final int VISITS = 100_000;

    /** Reactions of a pass. */
    @Param({"100000", "500"})
    public int count;

    private int passes;
    private Feed feed = new Feed(0);
    private StructCursor<Reaction> cursor = feed.reactions.cursor();

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
        passes = VISITS / count;
        feed.close();
        feed = new Feed(count);
        cursor = feed.reactions.cursor();
    }

    @TearDown
    public void tearDown() {
        feed.close();
    }

    @Benchmark
    @Compared(to = "nativeC", operations = VISITS)
    public long javaForEach() {
        long sum = 0;
        for (int i = 0; i < passes; i++) {
            sum += ReactionPasses.forEach(feed.reactions);
        }
        return sum;
    }

    @Benchmark
    @Compared(to = "nativeC", operations = VISITS)
    public long javaIndex() {
        long sum = 0;
        for (int i = 0; i < passes; i++) {
            sum += ReactionPasses.byIndex(feed.reactions);
        }
        return sum;
    }

    @Benchmark
    @Compared(to = "nativeC", operations = VISITS)
    public long javaCursor() {
        long sum = 0;
        for (int i = 0; i < passes; i++) {
            sum += ReactionPasses.byCursor(cursor);
        }
        return sum;
    }

    @Benchmark
    @Compared(to = "nativeC", operations = VISITS)
    public long javaStatics() {
        long sum = 0;
        for (int i = 0; i < passes; i++) {
            sum += ReactionPasses.byOffset(feed.reactions.segment());
        }
        return sum;
    }

    @Benchmark
    @Compared(by = Contender.C, to = "nativeC", operations = VISITS)
    public long nativeC() throws Throwable {
        long sum = 0;
        for (int i = 0; i < passes; i++) {
            sum += NativeTwins.C.passReactions(feed.reactions.address(), count);
        }
        return sum;
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "nativeC", operations = VISITS)
    public long nativeRust() throws Throwable {
        long sum = 0;
        for (int i = 0; i < passes; i++) {
            sum += NativeTwins.Rust.passReactions(feed.reactions.address(), count);
        }
        return sum;
    }
}
