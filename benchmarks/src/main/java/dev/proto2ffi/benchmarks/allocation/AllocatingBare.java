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
 * Category "allocation": the trips of {@link AllocationTrips} with memory that isn't zeroed, beside a {@code Box} in Rust
 * that isn't. The smallest struct and the largest, for only malloc looks at the size. Each invocation is timed by itself,
 * {@value #TRIPS} trips.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class AllocatingBare {
    static final int TRIPS = 2_000;

    /** Of the struct. */
    @Param({"40", "5584"})
    public long bytes;

    private AllocationTrips<?> trips = new AllocationTrips<>(Specimen.of(40));

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends AllocatingBare {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends AllocatingBare {}

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
    @Compared(by = Contender.RUST, to = "rustBox", operations = TRIPS)
    public long rustBox() throws Throwable {
        return RustTrips.box(bytes, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "rustBox", operations = TRIPS)
    public long javaMalloc() throws Throwable {
        return trips.malloc(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustBox", operations = TRIPS)
    public long scratch() {
        return trips.scratchBare(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustBox", operations = TRIPS)
    public long confined() {
        return trips.poolBare(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustBox", operations = TRIPS)
    public long shared() {
        return trips.sharedPoolBare(TRIPS);
    }
}
