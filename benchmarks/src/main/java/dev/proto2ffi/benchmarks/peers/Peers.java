package dev.proto2ffi.benchmarks.peers;

import dev.proto2ffi.benchmarks.harness.Affinity;
import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import java.util.Arrays;
import java.util.Locale;
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
 * Category "peers": the same posts, comments and reactions by us, by native code, and by others. An invocation does
 * {@value Work#OPERATIONS} operations: see {@link Work}.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Peers {
    /** How often the contender does all its work with each kind of struct before one is measured. */
    private static final int ROUNDS = 40;

    @Param({"reaction", "comment", "post"})
    public String struct = "";

    private @Nullable Work work;

    Peers() {}

    /** What can be had with checks and without: generated accessors, and Agrona's buffers. */
    public abstract static class TwoModes extends Peers {

        @Benchmark
        @Compared(to = "rustWrite", operations = Work.OPERATIONS)
        public long write() throws Throwable {
            return work().write();
        }

        @Benchmark
        @Compared(to = "rustRead", operations = Work.OPERATIONS)
        public long read(Blackhole sink) throws Throwable {
            return work().read(sink);
        }

        @Benchmark
        @Compared(to = "rustUpdate", operations = Work.OPERATIONS)
        public long update() throws Throwable {
            return work().update();
        }

        @Benchmark
        @Compared(to = "rustScan", operations = Work.OPERATIONS)
        public long scan() throws Throwable {
            return work().scan();
        }

        @Benchmark
        @Compared(by = Contender.SBE, to = "rustWrite", operations = Work.OPERATIONS)
        public long sbeWrite() throws Throwable {
            return work().write();
        }

        @Benchmark
        @Compared(by = Contender.SBE, to = "rustRead", operations = Work.OPERATIONS)
        public long sbeRead(Blackhole sink) throws Throwable {
            return work().read(sink);
        }

        @Benchmark
        @Compared(by = Contender.SBE, to = "rustUpdate", operations = Work.OPERATIONS)
        public long sbeUpdate() throws Throwable {
            return work().update();
        }

        @Benchmark
        @Compared(by = Contender.SBE, to = "rustScan", operations = Work.OPERATIONS)
        public long sbeScan() throws Throwable {
            return work().scan();
        }
    }

    /** As programs are by default: every access is checked. */
    @Fork(
            value = 2,
            jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED"
            })
    public static class Safe extends TwoModes {}

    /** With the address only; Agrona's bounds checks are off, too. */
    @Fork(
            value = 2,
            jvmArgsAppend = {
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "-Dproto2ffi.access=raw",
                "-Dagrona.disable.bounds.checks=true"
            })
    public static class Raw extends TwoModes {}

    /** Where there is one mode. C has no rows where it does the same with numbers as Rust does. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends Peers {

        @Benchmark
        @Compared(by = Contender.RUST, to = "rustWrite", operations = Work.OPERATIONS)
        public long rustWrite() throws Throwable {
            return work().write();
        }

        @Benchmark
        @Compared(by = Contender.RUST, to = "rustRead", operations = Work.OPERATIONS)
        public long rustRead(Blackhole sink) throws Throwable {
            return work().read(sink);
        }

        @Benchmark
        @Compared(by = Contender.RUST, to = "rustUpdate", operations = Work.OPERATIONS)
        public long rustUpdate() throws Throwable {
            return work().update();
        }

        @Benchmark
        @Compared(by = Contender.RUST, to = "rustScan", operations = Work.OPERATIONS)
        public long rustScan() throws Throwable {
            return work().scan();
        }

        @Benchmark
        @Compared(by = Contender.C, to = "rustWrite", operations = Work.OPERATIONS)
        public long cWrite() throws Throwable {
            return work().write();
        }

        @Benchmark
        @Compared(by = Contender.C, to = "rustRead", operations = Work.OPERATIONS)
        public long cRead(Blackhole sink) throws Throwable {
            return work().read(sink);
        }

        @Benchmark
        @Compared(by = Contender.PROTOBUF_JAVA, to = "rustWrite", operations = Work.OPERATIONS)
        public long protobufWrite() throws Throwable {
            return work().write();
        }

        @Benchmark
        @Compared(by = Contender.PROTOBUF_JAVA, to = "rustRead", operations = Work.OPERATIONS)
        public long protobufRead(Blackhole sink) throws Throwable {
            return work().read(sink);
        }

        @Benchmark
        @Compared(by = Contender.PROTOBUF_JAVA, to = "rustUpdate", operations = Work.OPERATIONS)
        public long protobufUpdate() throws Throwable {
            return work().update();
        }

        @Benchmark
        @Compared(by = Contender.PROTOBUF_JAVA, to = "rustScan", operations = Work.OPERATIONS)
        public long protobufScan() throws Throwable {
            return work().scan();
        }

        @Benchmark
        @Compared(by = Contender.FLATBUFFERS, to = "rustWrite", operations = Work.OPERATIONS)
        public long flatBuffersWrite() throws Throwable {
            return work().write();
        }

        @Benchmark
        @Compared(by = Contender.FLATBUFFERS, to = "rustRead", operations = Work.OPERATIONS)
        public long flatBuffersRead(Blackhole sink) throws Throwable {
            return work().read(sink);
        }

        @Benchmark
        @Compared(by = Contender.FLATBUFFERS, to = "rustUpdate", operations = Work.OPERATIONS)
        public long flatBuffersUpdate() throws Throwable {
            return work().update();
        }

        @Benchmark
        @Compared(by = Contender.FLATBUFFERS, to = "rustScan", operations = Work.OPERATIONS)
        public long flatBuffersScan() throws Throwable {
            return work().scan();
        }

        @Benchmark
        @Compared(by = Contender.JEXTRACT, to = "rustWrite", operations = Work.OPERATIONS)
        public long jextractWrite() throws Throwable {
            return work().write();
        }

        @Benchmark
        @Compared(by = Contender.JEXTRACT, to = "rustRead", operations = Work.OPERATIONS)
        public long jextractRead(Blackhole sink) throws Throwable {
            return work().read(sink);
        }

        @Benchmark
        @Compared(by = Contender.JEXTRACT, to = "rustUpdate", operations = Work.OPERATIONS)
        public long jextractUpdate() throws Throwable {
            return work().update();
        }

        @Benchmark
        @Compared(by = Contender.JEXTRACT, to = "rustScan", operations = Work.OPERATIONS)
        public long jextractScan() throws Throwable {
            return work().scan();
        }

        @Benchmark
        @Compared(by = Contender.RECORDS, to = "rustWrite", operations = Work.OPERATIONS)
        public long recordsWrite() throws Throwable {
            return work().write();
        }

        @Benchmark
        @Compared(by = Contender.RECORDS, to = "rustRead", operations = Work.OPERATIONS)
        public long recordsRead(Blackhole sink) throws Throwable {
            return work().read(sink);
        }

        @Benchmark
        @Compared(by = Contender.RECORDS, to = "rustUpdate", operations = Work.OPERATIONS)
        public long recordsUpdate() throws Throwable {
            return work().update();
        }

        @Benchmark
        @Compared(by = Contender.RECORDS, to = "rustScan", operations = Work.OPERATIONS)
        public long recordsScan() throws Throwable {
            return work().scan();
        }
    }

    /**
     * The work of the benchmark's contender. A program has more than one kind of struct: all are in use before one is measured, so
     * that the JVM doesn't compile the shared code of a library for that one alone.
     */
    @Setup
    public void setUp(BenchmarkParams run, ThreadParams thread, Blackhole sink) throws Throwable {
        Affinity.pin(thread.getThreadIndex());
        Contender contender = contender(run.getBenchmark());
        Values values = new Values();
        for (int round = 0; round < ROUNDS; round++) {
            for (Kind kind : Kind.values()) {
                try (Work other = Works.of(contender, kind, values)) {
                    sink.consume(other.write() + other.read(sink) + other.update() + other.scan());
                }
            }
        }
        work = Works.of(contender, Kind.valueOf(struct.toUpperCase(Locale.ROOT)), values);
    }

    @TearDown
    public void tearDown() {
        work().close();
    }

    final Work work() {
        if (work == null) {
            throw new IllegalStateException("not set up");
        }
        return work;
    }

    private Contender contender(String benchmark) {
        String name = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        return Arrays.stream(getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.isAnnotationPresent(Compared.class))
                .findFirst()
                .orElseThrow()
                .getAnnotation(Compared.class)
                .by();
    }
}
