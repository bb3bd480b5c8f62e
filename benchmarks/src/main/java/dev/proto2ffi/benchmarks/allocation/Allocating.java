package dev.proto2ffi.benchmarks.allocation;

import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.pool.OtherPools;
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
 * Category "allocation": the trips of {@link AllocationTrips} with memory that is zeroed, for structs of 40 to 5,584
 * bytes, through the JDK's arenas, ours, and our pools, beside a {@code Box} in Rust. Each invocation is timed by itself,
 * {@value #TRIPS} trips. {@link AllocatingBare} doesn't zero.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Allocating {
    static final int TRIPS = 2_000;

    /** Of the struct. */
    @Param({"40", "2056", "4040", "5584"})
    public long bytes;

    private AllocationTrips<?> trips = new AllocationTrips<>(Specimen.of(40));

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends Allocating {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends Allocating {}

    /** Lets the JVM see pools of other structs before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(OtherPools.use(20_000));
        trips.close();
        trips = new AllocationTrips<>(Specimen.of(bytes));
    }

    @TearDown
    public void tearDown() {
        trips.close();
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustBoxZeroed", operations = TRIPS)
    public long rustBoxZeroed() throws Throwable {
        return RustTrips.boxZeroed(bytes, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "rustBoxZeroed", operations = TRIPS)
    public long javaConfinedArena() {
        return trips.confinedArenas(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustBoxZeroed", operations = TRIPS)
    public long arenaPoolZeroed() {
        return trips.pooledArenas(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustBoxZeroed", operations = TRIPS)
    public long scratchZeroed() {
        return trips.scratch(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustBoxZeroed", operations = TRIPS)
    public long confinedZeroed() {
        return trips.pool(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustBoxZeroed", operations = TRIPS)
    public long sharedZeroed() {
        return trips.sharedPool(TRIPS);
    }
}
