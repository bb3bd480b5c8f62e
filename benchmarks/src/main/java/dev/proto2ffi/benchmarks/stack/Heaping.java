package dev.proto2ffi.benchmarks.stack;

import dev.proto2ffi.benchmarks.allocation.AllocationTrips;
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
 * Category "stack", the heap that {@link Stacking} stands against: memory for one struct at a time from malloc and from
 * an arena, beside a {@code Box} in Rust. In one access mode, for what costs is the allocator; category "allocation" has
 * both. Each invocation is timed by itself, {@value #TRIPS} trips.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Heaping {
    static final int TRIPS = 1_000;

    /** Of the struct. */
    @Param({"40", "656", "5584"})
    public long bytes;

    private AllocationTrips<?> trips = new AllocationTrips<>(Specimen.of(40));

    /** In the access mode that a program has by default. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends Heaping {}

    /** Lets the JVM see other structs before it compiles. */
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
    @Compared(by = Contender.RUST, to = "rustHeap", operations = TRIPS)
    public long rustHeap() throws Throwable {
        return RustTrips.box(bytes, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustHeapZeroed", operations = TRIPS)
    public long rustHeapZeroed() throws Throwable {
        return RustTrips.boxZeroed(bytes, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "rustHeap", operations = TRIPS)
    public long javaMalloc() throws Throwable {
        return trips.malloc(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "rustHeapZeroed", operations = TRIPS)
    public long javaConfinedArena() {
        return trips.confinedArenas(TRIPS);
    }
}
