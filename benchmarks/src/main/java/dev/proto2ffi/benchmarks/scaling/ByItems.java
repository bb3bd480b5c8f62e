package dev.proto2ffi.benchmarks.scaling;

import dev.proto2ffi.benchmarks.cache.ReactionPasses;
import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.benchmarks.data.Window;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.runtime.StructArray;
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
import social.ffi.Reaction;

/**
 * Category "scaling", by the number of items: sequential passes over reactions of 40 bytes, two reads and a write each,
 * from 40 KB, which the first cache holds, to 400 MB. An invocation visits {@value #VISITS}: as many passes, or the next
 * part of a pass.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class ByItems {
    static final int VISITS = 100_000;

    @Param({"1000", "10000", "100000", "1000000", "10000000"})
    public int items;

    private int passes;
    private Feed feed = new Feed(0);
    private Window window = new Window(1, 1);

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends ByItems {
        @Benchmark
        @Compared(to = "rustPass", operations = VISITS)
        public long javaForEach() {
            long sum = 0;
            for (int i = 0; i < passes(); i++) {
                sum += ReactionPasses.forEach(part());
            }
            return sum;
        }
    }

    /** Native code, which has no modes. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends ByItems {
        @Benchmark
        @Compared(by = Contender.RUST, to = "rustPass", operations = VISITS)
        public long rustPass(NativeSizes rust) throws Throwable {
            long sum = 0;
            for (int i = 0; i < passes(); i++) {
                StructArray<Reaction> part = part();
                sum += rust.pass(part.address(), part.length());
            }
            return sum;
        }
    }

    /** Lets the JVM see other structs before it compiles the loops. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(Feed.meetOtherStructs(2_000));
        passes = Math.max(1, VISITS / items);
        window = new Window(Math.max(items, VISITS), VISITS);
        feed.close();
        feed = new Feed(items);
    }

    @TearDown
    public void tearDown() {
        feed.close();
    }

    final int passes() {
        return passes;
    }

    /** Of the array: what comes next. */
    final StructArray<Reaction> part() {
        if (passes > 1) {
            return feed.reactions;
        }
        long first = window.next();
        return feed.reactions.subArray(first, first + VISITS);
    }
}
