package dev.proto2ffi.benchmarks.ladder;

import bench.ffi.BinaryOp;
import bench.ffi.Result;
import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.pool.OtherPools;
import dev.proto2ffi.runtime.StructArray;
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
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Category "ladder", the steps of this project: the adds of {@link ProtobufLadder} through structs instead of bytes. An invocation
 * makes all {@value Numbers#COUNT} adds, singly, or as batches {@value #PASSES} times.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class StructLadder {
    static final int PASSES = 10;
    private static final int BATCHED = PASSES * Numbers.COUNT;

    private final Arena arena = Arena.ofConfined();
    private final Numbers numbers = Numbers.random();
    private final long[] a = numbers.a();
    private final long[] b = numbers.b();
    private final BinaryOp request = BinaryOp.allocate(arena);
    private final Result response = Result.allocate(arena);
    private final StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, Numbers.COUNT);
    private final StructArray<Result> responses = Result.allocateArray(arena, Numbers.COUNT);
    private final Columns columns = new Columns(arena);

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends StructLadder {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends StructLadder {}

    /** Lets the JVM see other structs before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, Blackhole blackhole) {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(OtherPools.use(20_000));
    }

    @TearDown
    public void tearDown() {
        arena.close();
    }

    /** Zero-copy structs: an ordinary call with a pointer to each. */
    @Benchmark
    @Compared(to = "rustCalls", operations = Numbers.COUNT)
    public long structs() {
        return StructAdds.ordinary(request, response, a, b);
    }

    /** The same as a critical call. */
    @Benchmark
    @Compared(to = "rustCalls", operations = Numbers.COUNT)
    public long criticalCall() {
        return StructAdds.critical(request, response, a, b);
    }

    /** One critical call for an array of structs. */
    @Benchmark
    @Compared(to = "rustStructBatch", operations = BATCHED)
    public long structBatch() {
        long sum = 0;
        for (int i = 0; i < PASSES; i++) {
            sum += StructAdds.batch(requests, responses, a, b);
        }
        return sum;
    }

    /** One critical call for columns. */
    @Benchmark
    @Compared(to = "rustStructColumns", operations = BATCHED)
    public long structColumns() {
        long sum = 0;
        for (int i = 0; i < PASSES; i++) {
            sum += StructAdds.columns(columns, a, b);
        }
        return sum;
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustCalls", operations = Numbers.COUNT)
    public long rustCalls() throws Throwable {
        return StructTwins.calls(request, response, numbers);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustStructBatch", operations = BATCHED)
    public long rustStructBatch() throws Throwable {
        return StructTwins.batch(requests, responses, numbers, PASSES);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustStructColumns", operations = BATCHED)
    public long rustStructColumns() throws Throwable {
        return StructTwins.columns(columns, numbers, PASSES);
    }
}
