package dev.proto2ffi.benchmarks.workload;

import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.harness.WarmUp;
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
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Category "workload", through structs: an invocation builds one ledger, has it summed up by native code that reads it in place, and
 * reads the sums.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class StructWorkload {
    /** In the ledger. */
    @Param({"10", "100", "1000"})
    public int transactions;

    private PlainLedger plain = PlainLedger.random(0);
    private final StructLedgers structs = new StructLedgers();
    private NativeLedgers rust;

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends StructWorkload {}

    /** With the address only. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dproto2ffi.access=raw"})
    public static class Raw extends StructWorkload {}

    /** Lets the JVM see other structs before it compiles. */
    @Setup
    public void setUp(ThreadParams thread, BenchmarkParams row, Blackhole blackhole) throws Throwable {
        Affinity.pin(thread.getThreadIndex());
        blackhole.consume(OtherPools.use(20_000));
        plain = PlainLedger.random(transactions);
        rust = NativeLedgers.structs(plain);
        WarmUp.run(this, row, blackhole);
    }

    @TearDown
    public void tearDown() {
        rust.close();
        structs.close();
    }

    @Benchmark
    @Compared(to = "rustStructs", operations = 1)
    public long structs() {
        return structs.sum(plain);
    }

    @Benchmark
    @Compared(by = Contender.RUST, to = "rustStructs", operations = 1)
    public long rustStructs() throws Throwable {
        return rust.sum();
    }
}
