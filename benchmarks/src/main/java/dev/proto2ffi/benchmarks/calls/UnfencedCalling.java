package dev.proto2ffi.benchmarks.calls;

import bench.ffi.BinaryOp;
import bench.ffi.Calculator;
import bench.ffi.Result;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.pool.OtherPools;
import dev.proto2ffi.runtime.StructPool;
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
 * Category "calls": the ordinary calls of {@link Calling} in a JVM with {@code -XX:+UseSystemMemoryBarrier} (Linux and
 * Windows): the JVM then asks the system to stop a thread that is on its way to or from native code, instead of having
 * every thread execute a fence on each way.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class UnfencedCalling {
    private static final String UNFENCED = "-XX:+UseSystemMemoryBarrier";

    /** Who implements the calculator. */
    @Param({"c", "rust"})
    public String server = "";

    private final StructPool<BinaryOp> requests =
            StructPool.builder(BinaryOp.TYPE).zeroed(false).build();
    private final StructPool<Result> responses =
            StructPool.builder(Result.TYPE).zeroed(false).build();
    private final BinaryOp request = requests.acquire();
    private final Result response = responses.acquire();
    private NativeCalls code;

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", UNFENCED})
    public static class Safe extends UnfencedCalling {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", UNFENCED, "-Dproto2ffi.access=raw"})
    public static class Raw extends UnfencedCalling {}

    /** Lets the JVM see other pools and other memory before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        MeasuredServer.choose(server);
        code = new NativeCalls(server);
        blackhole.consume(OtherPools.use(20_000));
        blackhole.consume(OtherCalls.use(Calculator.load(MeasuredServer.library()), 20_000));
    }

    @TearDown
    public void tearDown() {
        requests.close();
        responses.close();
    }

    @Benchmark
    @Compared(by = Contender.NATIVE, to = "nativeCalls", operations = Calling.TRIPS)
    public long nativeCalls() throws Throwable {
        return code.trips(request, response, Calling.TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.BARE_HANDLE, to = "nativeCalls", operations = Calling.TRIPS)
    public long ordinaryBareHandle() throws Throwable {
        return BareCalls.ordinary(request, response, Calling.TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.BARE_HANDLE, to = "nativeCalls", operations = Calling.TRIPS)
    public long ordinaryBareHandleHolding() throws Throwable {
        return BareCalls.ordinaryHolding(request, response, Calling.TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = Calling.TRIPS)
    public long ordinaryConstant() {
        return ConstantClient.ordinary(request, response, Calling.TRIPS);
    }
}
