package dev.proto2ffi.benchmarks.pool;

import dev.proto2ffi.benchmarks.data.Specimen;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Category "pool", one thread, notifications, comments and posts: the trips of {@link SizedPools}, beside free lists in
 * Rust. Each invocation is timed by itself: {@value #TRIPS} trips, or a new pool with {@value #FRESH} structs.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class PoolingSized {
    static final int TRIPS = 2_000;
    static final int FRESH = 256;

    /** Of the struct. */
    @Param({"304", "2056", "5584"})
    public long bytes;

    private SizedPools<?> pools = new SizedPools<>(Specimen.of(40));
    private SizedFreeList rust;

    PoolingSized() {
        try {
            rust = new SizedFreeList(40, SizedPools.CAPACITY);
        } catch (Throwable e) {
            throw new IllegalStateException("no native free list to compare with", e);
        }
    }

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends PoolingSized {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends PoolingSized {}

    /** Lets the JVM see pools of other structs before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) throws Throwable {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(OtherPools.use(20_000));
        pools.close();
        pools = new SizedPools<>(Specimen.of(bytes));
        rust.close();
        rust = new SizedFreeList(bytes, SizedPools.CAPACITY);
    }

    @TearDown
    public void tearDown() {
        pools.close();
        rust.close();
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustFreeListZeroed", operations = TRIPS)
    public long rustFreeListZeroed() throws Throwable {
        return rust.tripsZeroed(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustFresh", operations = FRESH)
    public long rustFresh() throws Throwable {
        return SizedFreeList.fresh(bytes, FRESH);
    }

    @Benchmark
    @Compared(to = "rustFreeListZeroed", operations = TRIPS)
    public long confinedZeroed() {
        return pools.trips(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustFresh", operations = FRESH)
    public long fresh() {
        return pools.fresh(FRESH);
    }
}
