package dev.proto2ffi.benchmarks.generation;

import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Contender;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Category "generation": code from the files of {@link ProtoFiles}, written to a folder that is empty before. An invocation
 * generates code for all files once, and times are for all of them. Ours is Java, C and Rust; that of protoc, a native
 * program, is Java.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public abstract class Generating {
    private final Workshop workshop = new Workshop();

    /** How many files there are. */
    abstract int count();

    @Setup
    public void setUp() throws IOException {
        workshop.open(count());
    }

    @Setup(Level.Invocation)
    public void clear() throws IOException {
        workshop.clear();
    }

    @TearDown
    public void tearDown() throws IOException {
        workshop.close();
    }

    @Benchmark
    @Compared(by = Contender.PROTOBUF_JAVA, to = "protocJava", operations = 1, lengthy = true)
    public void protocJava() throws IOException, InterruptedException {
        workshop.generators().protoc(workshop.out());
    }

    final Workshop workshop() {
        return workshop;
    }
}
