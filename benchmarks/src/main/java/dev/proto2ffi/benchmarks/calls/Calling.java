package dev.proto2ffi.benchmarks.calls;

import bench.ffi.Adder;
import bench.ffi.BinaryOp;
import bench.ffi.Calculator;
import bench.ffi.Query;
import bench.ffi.Result;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.pool.OtherPools;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructPool;
import java.lang.foreign.Arena;
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
 * Category "calls": the trips of {@link CallTrips} through the generated client, and what surrounds them. Structs are from
 * confined pools, where the name doesn't say otherwise; {@code …Constant} has its client in a {@code static final} field.
 * Each invocation is timed by itself, {@value #TRIPS} trips, items or upcalls, or {@value #PASSES} batches.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Calling {
    static final int TRIPS = 2_000;
    static final int PASSES = 10;
    private static final int BATCH = 1_000;
    static final int BATCHED = PASSES * BATCH;

    /** For what takes microseconds. */
    private static final int FEW = 100;

    /** Who implements the calculator. */
    @Param({"c", "rust"})
    public String server = "";

    private final Arena arena = Arena.ofConfined();
    private final Arena shared = Arena.ofShared();
    private final StructPool<BinaryOp> requests =
            StructPool.builder(BinaryOp.TYPE).zeroed(false).build();
    private final StructPool<Result> responses =
            StructPool.builder(Result.TYPE).zeroed(false).build();
    private final BinaryOp request = requests.acquire();
    private final Result response = responses.acquire();
    private final BinaryOp sharedRequest = BinaryOp.allocate(shared);
    private final Result sharedResponse = Result.allocate(shared);
    private final StructArray<BinaryOp> batch = BinaryOp.allocateArray(arena, BATCH);
    private final StructArray<Result> answers = Result.allocateArray(arena, BATCH);
    private final Query query = Query.allocate(arena);
    private final ItemSum items = new ItemSum();
    private Calculator calculator;
    private NativeCalls code;

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends Calling {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends Calling {}

    /** Lets the JVM see other pools and other memory before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        MeasuredServer.choose(server);
        code = new NativeCalls(server);
        calculator = Calculator.load(MeasuredServer.library());
        Adder.offer((op, sum) -> sum.value(op.a() + op.b()), shared, MeasuredServer.library());
        for (long i = 0; i < BATCH; i++) {
            batch.get(i).a(i).b(1);
        }
        blackhole.consume(OtherPools.use(20_000));
        blackhole.consume(OtherCalls.use(calculator, 20_000));
    }

    @TearDown
    public void tearDown() {
        requests.close();
        responses.close();
        shared.close();
        arena.close();
    }

    @Benchmark
    @Compared(by = Contender.NATIVE, to = "nativeCalls", operations = TRIPS)
    public long nativeCalls() throws Throwable {
        return code.trips(request, response, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.BARE_HANDLE, to = "nativeCalls", operations = TRIPS)
    public long criticalBareHandle() throws Throwable {
        return BareCalls.critical(request, response, TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = TRIPS)
    public long criticalConstant() {
        return ConstantClient.critical(request, response, TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = TRIPS)
    public long critical() {
        return CallTrips.critical(calculator, request, response, TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = TRIPS)
    public long criticalAcquired() {
        return ConstantClient.criticalPooled(requests, responses, TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = TRIPS)
    public long criticalShared() {
        return ConstantClient.critical(sharedRequest, sharedResponse, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.BARE_HANDLE, to = "nativeCalls", operations = TRIPS)
    public long ordinaryBareHandle() throws Throwable {
        return BareCalls.ordinary(request, response, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.BARE_HANDLE, to = "nativeCalls", operations = TRIPS)
    public long ordinaryBareHandleHolding() throws Throwable {
        return BareCalls.ordinaryHolding(request, response, TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = TRIPS)
    public long ordinaryConstant() {
        return ConstantClient.ordinary(request, response, TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = TRIPS)
    public long ordinary() {
        return CallTrips.ordinary(calculator, request, response, TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = TRIPS)
    public long ordinaryAcquired() {
        return ConstantClient.ordinaryPooled(requests, responses, TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = TRIPS)
    public long ordinaryShared() {
        return ConstantClient.ordinary(sharedRequest, sharedResponse, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.NATIVE, to = "nativeInRegisters", operations = TRIPS)
    public long nativeInRegisters() throws Throwable {
        return code.inRegisters(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.BARE_HANDLE, to = "nativeInRegisters", operations = TRIPS)
    public long criticalInRegisters() throws Throwable {
        return BareCalls.registersCritical(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.BARE_HANDLE, to = "nativeInRegisters", operations = TRIPS)
    public long ordinaryInRegisters() throws Throwable {
        return BareCalls.registersOrdinary(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.NATIVE, to = "nativeLoop", operations = BATCHED)
    public long nativeLoop() throws Throwable {
        return code.loop(batch, answers, PASSES);
    }

    @Benchmark
    @Compared(to = "nativeLoop", operations = BATCHED)
    public long criticalBatch() {
        return CallTrips.batch(calculator, batch, answers, PASSES);
    }

    @Benchmark
    @Compared(to = "nativeLoop", operations = BATCHED)
    public long ordinaryBatch() {
        return CallTrips.batchOrdinary(calculator, batch, answers, PASSES);
    }

    @Benchmark
    @Compared(to = "nativeCalls", operations = TRIPS)
    public long upcalls() {
        return CallTrips.upcalls(calculator, query, response, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.NATIVE, to = "nativeStream", operations = TRIPS)
    public long nativeStream() throws Throwable {
        return code.stream(TRIPS);
    }

    @Benchmark
    @Compared(to = "nativeStream", operations = TRIPS)
    public long streamItems() {
        return CallTrips.stream(calculator, query, items, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.NATIVE, to = "nativeErrors", operations = FEW)
    public long nativeErrors() throws Throwable {
        return code.failing(request, response, FEW);
    }

    @Benchmark
    @Compared(to = "nativeErrors", operations = FEW)
    public long errors() {
        return CallTrips.failing(calculator, request, response, FEW);
    }
}
