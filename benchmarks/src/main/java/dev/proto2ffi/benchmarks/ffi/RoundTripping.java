package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.pool.OtherPools;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
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
 * Category "ffi": the trips of {@link RoundTrips} with a reaction, a user profile with four texts and a post with two,
 * beside a struct on the stack of Rust. Each invocation is timed by itself, {@value #TRIPS} trips.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class RoundTripping {
    static final int TRIPS = 2_000;

    /** Of the struct. */
    @Param({"40", "656", "5584"})
    public long bytes;

    /** In each string; not a constant to the JIT. */
    public String text = "coffee at noon in the old town";

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment nativeText =
            arena.allocateFrom(ValueLayout.JAVA_BYTE, text.getBytes(StandardCharsets.UTF_8));
    private RoundTrips trips = RoundTrips.of(40, text);

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends RoundTripping {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends RoundTripping {}

    /** Lets the JVM see other pools before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(OtherPools.use(20_000));
        trips.close();
        trips = RoundTrips.of(bytes, text);
    }

    @TearDown
    public void tearDown() {
        trips.close();
        arena.close();
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustRoundTrip", operations = TRIPS)
    public long rustRoundTrip() throws Throwable {
        return RustCalls.roundTrips(bytes, trips.function(), nativeText, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustRoundTrip", operations = TRIPS)
    public long roundTripPool() throws Throwable {
        return trips.pool(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustRoundTrip", operations = TRIPS)
    public long roundTripPoolOrdinary() throws Throwable {
        return trips.poolOrdinary(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustRoundTrip", operations = TRIPS)
    public long roundTripScratch() throws Throwable {
        return trips.scratch(TRIPS);
    }
}
