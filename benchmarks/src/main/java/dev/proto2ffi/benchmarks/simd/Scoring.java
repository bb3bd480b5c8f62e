package dev.proto2ffi.benchmarks.simd;

import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
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
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Category "simd": the score of items of a feed, a weighted sum of four doubles, written beside them. The items are structs
 * of 48 bytes, or columns that are laid out by hand. They stay in the nearest caches, where the code sets the pace. An
 * invocation makes {@value #PASSES} passes.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Scoring {
    static final int PASSES = 50;
    static final int SCORES = PASSES * ColumnScores.CAPACITY;

    private final Items items = new Items();

    /** Structs in Java. */
    public abstract static class Structs extends Scoring {
        @Benchmark
        @Compared(to = "rustStructs", operations = SCORES)
        public double javaForEach() {
            for (int i = 0; i < PASSES; i++) {
                StructScores.forEach(items().structs);
            }
            return items().structs.get(0).score();
        }

        @Benchmark
        @Compared(to = "rustStructs", operations = SCORES)
        public double javaStatics() {
            for (int i = 0; i < PASSES; i++) {
                StructScores.byOffset(items().structs.segment());
            }
            return items().structs.get(0).score();
        }
    }

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends Structs {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends Structs {}

    /** What has no modes: native code, and columns, which have no generated accessors. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends Scoring {
        @Benchmark
        @Compared(to = "rustColumns", operations = SCORES)
        public double javaColumns() {
            for (int i = 0; i < PASSES; i++) {
                ColumnScores.segment(items().columns);
            }
            return ColumnScores.get(items().columns, ColumnScores.SCORE, 0);
        }

        @Benchmark
        @Compared(to = "rustColumns", operations = SCORES)
        public double javaColumnsBuffer() {
            for (int i = 0; i < PASSES; i++) {
                ColumnScores.buffer(items().buffer);
            }
            return ColumnScores.get(items().columns, ColumnScores.SCORE, 0);
        }

        @Benchmark
        @Compared(by = Contender.JDK, to = "rustColumns", operations = SCORES)
        public double javaArrays() {
            Items of = items();
            for (int i = 0; i < PASSES; i++) {
                ColumnScores.arrays(of.affinity, of.engagement, of.relevance, of.freshness, of.score);
            }
            return of.score[0];
        }

        @Benchmark
        @Compared(by = Contender.C, to = "rustStructs", operations = SCORES)
        public long cStructs(NativeScores.C c) throws Throwable {
            long scores = 0;
            for (int i = 0; i < PASSES; i++) {
                scores += c.structs(items().structs);
            }
            return scores;
        }

        @Benchmark
        @Compared(by = Contender.RUST, to = "rustStructs", operations = SCORES)
        public long rustStructs(NativeScores.Rust rust) throws Throwable {
            long scores = 0;
            for (int i = 0; i < PASSES; i++) {
                scores += rust.structs(items().structs);
            }
            return scores;
        }

        @Benchmark
        @Compared(by = Contender.C, to = "rustColumns", operations = SCORES)
        public long cColumns(NativeScores.C c) throws Throwable {
            long scores = 0;
            for (int i = 0; i < PASSES; i++) {
                scores += c.columns(items().columns);
            }
            return scores;
        }

        @Benchmark
        @Compared(by = Contender.C, to = "rustColumns", operations = SCORES)
        public long cColumnsWidest(NativeScores.C c) throws Throwable {
            long scores = 0;
            for (int i = 0; i < PASSES; i++) {
                scores += c.widest(items().columns);
            }
            return scores;
        }

        @Benchmark
        @Compared(by = Contender.RUST, to = "rustColumns", operations = SCORES)
        public long rustColumns(NativeScores.Rust rust) throws Throwable {
            long scores = 0;
            for (int i = 0; i < PASSES; i++) {
                scores += rust.columns(items().columns);
            }
            return scores;
        }
    }

    /** Lets the JVM see other structs before it compiles the loops. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(Feed.meetOtherStructs(2_000));
    }

    @TearDown
    public void tearDown() {
        items.close();
    }

    final Items items() {
        return items;
    }
}
