package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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
 * Category "ffi": a loop in Rust calls Java, or C, through a pointer. One ordinary call of Java's for all of the loop. Each
 * invocation is timed by itself, {@value #TRIPS} calls back.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class CallingBack {
    static final int TRIPS = 5_000;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment stub = Callback.stub(arena);

    /** In the access mode that a program has by default: no struct is accessed. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends CallingBack {}

    @Setup
    public void setUp(ThreadParams thread) {
        Affinity.pin(thread.getThreadIndex());
    }

    @TearDown
    public void tearDown() {
        arena.close();
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustCallback", operations = TRIPS)
    public long rustCallback() throws Throwable {
        return RustCalls.callBackNative(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "rustCallback", operations = TRIPS)
    public long upcall() throws Throwable {
        return RustCalls.callBack(stub.address(), TRIPS);
    }
}
