package dev.proto2ffi.benchmarks.stack;

import dev.proto2ffi.benchmarks.allocation.RustTrips;
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
 * Category "stack", the stack: the trips of {@link FrameTrips} for structs of 40 to 5,584 bytes, beside structs on the
 * stack of a function in Rust. Each invocation is timed by itself, {@value #TRIPS} trips.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Stacking {
    static final int TRIPS = 5_000;

    /** Of the struct. */
    @Param({"40", "656", "5584"})
    public long bytes;

    private FrameTrips<?> trips = new FrameTrips<>(Specimen.of(40));

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends Stacking {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends Stacking {}

    /** Lets the JVM see other structs before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(OtherPools.use(20_000));
        trips.close();
        trips = new FrameTrips<>(Specimen.of(bytes));
    }

    @TearDown
    public void tearDown() {
        trips.close();
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustStack", operations = TRIPS)
    public long rustStack() throws Throwable {
        return RustTrips.stack(bytes, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustStackZeroed", operations = TRIPS)
    public long rustStackZeroed() throws Throwable {
        return RustTrips.stackZeroed(bytes, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustStack", operations = TRIPS)
    public long frame() {
        return trips.bare(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustStackZeroed", operations = TRIPS)
    public long frameZeroed() {
        return trips.zeroed(TRIPS);
    }
}
