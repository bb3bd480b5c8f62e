package dev.proto2ffi.benchmarks.generation;

import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Category "generation": code from the files of {@link ProtoFiles}, written to a folder that is empty before. An invocation
 * generates all files once; times are for all of them. Ours is Java, C and Rust; that of protoc, a native program, is Java.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Generating {
    @Param({"1", "10", "100", "500", "2000"})
    public int files;

    private final Workshop workshop = new Workshop();

    /** No struct is read or written. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends Generating {}

    @Setup
    public void setUp() throws IOException {
        workshop.open(files);
    }

    @Setup(Level.Invocation)
    public void clear() throws IOException {
        workshop.clear();
    }

    @TearDown
    public void tearDown() throws IOException {
        workshop.close();
    }

    /** In this JVM, which has done it before. */
    @Benchmark
    @Compared(to = "protocJava", operations = 1)
    public int inProcess() throws IOException {
        return workshop.generators().inProcess(workshop.out());
    }

    /** A new JVM for all files. */
    @Benchmark
    @Compared(to = "protocJava", operations = 1)
    public void commandLine() throws IOException, InterruptedException {
        workshop.generators().commandLine(workshop.out());
    }

    @Benchmark
    @Compared(by = Contender.PROTOBUF_JAVA, to = "protocJava", operations = 1)
    public void protocJava() throws IOException, InterruptedException {
        workshop.generators().protoc(workshop.out());
    }
}
