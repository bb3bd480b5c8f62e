package dev.proto2ffi.benchmarks.workload;

import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import dev.proto2ffi.benchmarks.harness.WarmUp;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * Category "workload", through protobuf bytes: an invocation builds the messages of one ledger, has it summed up by native code that
 * decodes them, and reads the sums.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class ProtobufWorkload {
    /** In the ledger. */
    @Param({"10", "100", "1000"})
    public int transactions;

    private PlainLedger plain = PlainLedger.random(0);

    /** No structs take part, so there is no access mode. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends ProtobufWorkload {}

    @Setup
    public void setUp(ThreadParams thread, BenchmarkParams row, Blackhole blackhole) throws Throwable {
        Affinity.pin(thread.getThreadIndex());
        plain = PlainLedger.random(transactions);
        WarmUp.run(this, row, blackhole);
    }

    /** Prost on the other side. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustProtobuf", operations = 1)
    public long protobuf() {
        return Prost.LEDGERS.sum(plain);
    }

    /** Protobuf's C++ library on the other side. */
    @Benchmark
    @Compared(by = Contender.PROTOBUF, to = "rustProtobuf", operations = 1)
    public long protobufCpp() {
        return Cpp.LEDGERS.sum(plain);
    }

    /** Prost on both sides. */
    @Benchmark
    @Compared(by = Contender.RUST, to = "rustProtobuf", operations = 1)
    public long rustProtobuf(Twin twin) throws Throwable {
        return twin.of(this).sum();
    }

    /** Both ends in Rust, opened where a row needs it. */
    @State(Scope.Thread)
    public static class Twin {
        private @Nullable NativeLedgers rust;

        NativeLedgers of(ProtobufWorkload workload) throws Throwable {
            if (rust == null) {
                rust = NativeLedgers.protobuf(workload.plain);
            }
            return rust;
        }

        @TearDown
        public void tearDown() {
            if (rust != null) {
                rust.close();
            }
        }
    }

    static final class Prost {
        static final ProtobufLedgers LEDGERS = new ProtobufLedgers("bench_prost_native", "workload_sum");

        private Prost() {}
    }

    static final class Cpp {
        static final ProtobufLedgers LEDGERS = new ProtobufLedgers("bench_protobuf_cpp", "workload_sum_cpp");

        private Cpp() {}
    }
}
