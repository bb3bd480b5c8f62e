package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Category "ffi": how large is a post, and how aligned? From a constant, and by calls of a function that knows. Each
 * invocation is timed by itself, {@value #TRIPS} queries.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Querying {
    static final int TRIPS = 20_000;

    /** What is asked for. */
    @Param({"size", "alignment"})
    public String query = "";

    /** Not a constant to the compilers. */
    public long zero;

    private boolean ofSize;

    /** In the access mode that a program has by default: no struct is accessed. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends Querying {}

    @Setup
    public void setUp(ThreadParams thread) {
        Affinity.pin(thread.getThreadIndex());
        ofSize = query.equals("size");
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustConstantQuery", operations = TRIPS)
    public long rustConstantQuery() throws Throwable {
        return ofSize ? RustCalls.constantSize(zero, TRIPS) : RustCalls.constantAlignment(zero, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustQuery", operations = TRIPS)
    public long rustQuery() throws Throwable {
        return ofSize ? RustCalls.size(TRIPS) : RustCalls.alignment(TRIPS);
    }

    @Benchmark
    @Compared(to = "rustConstantQuery", operations = TRIPS)
    public long constantQuery() {
        return ofSize ? Queries.size(zero, TRIPS) : Queries.alignment(zero, TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "rustQuery", operations = TRIPS)
    public long criticalQuery() throws Throwable {
        return ofSize ? Queries.sizeCritical(TRIPS) : Queries.alignmentCritical(TRIPS);
    }

    @Benchmark
    @Compared(by = Contender.JDK, to = "rustQuery", operations = TRIPS)
    public long ordinaryQuery() throws Throwable {
        return ofSize ? Queries.sizeOrdinary(TRIPS) : Queries.alignmentOrdinary(TRIPS);
    }
}
