package dev.proto2ffi.benchmarks.ffi;

import bench.ffi.BinaryOp;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import java.lang.foreign.Arena;
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
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Category "ffi": a struct of 16 bytes, by value and by pointer: the calls of {@link SmallStructs}, beside those of Rust.
 * Each invocation is timed by itself, {@value #TRIPS} calls.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class PassingSmall {
    static final int TRIPS = 2_000;

    private final Arena arena = Arena.ofConfined();
    private final BinaryOp op = BinaryOp.allocate(arena);

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends PassingSmall {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends PassingSmall {}

    @Setup
    public void setUp(ThreadParams thread) {
        Affinity.pin(thread.getThreadIndex());
    }

    @TearDown
    public void tearDown() {
        arena.close();
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustByValue", operations = TRIPS)
    public long rustByValue() throws Throwable {
        return RustCalls.byValue(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustByPointer", operations = TRIPS)
    public long rustByPointer() throws Throwable {
        return RustCalls.byPointer(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustByValue", operations = TRIPS)
    public long byValue() throws Throwable {
        return SmallStructs.byValue(op, TRIPS);
    }

    @Benchmark
    @Compared(to = "rustByPointer", operations = TRIPS)
    public long byPointer() throws Throwable {
        return SmallStructs.byPointer(op, TRIPS);
    }
}
