package dev.proto2ffi.benchmarks.generation;

import dev.proto2ffi.benchmarks.harness.Compared;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;

/** {@link Generating} by the command, a JVM for each run. */
public abstract class ColdGeneration extends Generating {
    @Param({"1", "100"})
    public int files;

    /** No struct is read or written. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends ColdGeneration {}

    @Override
    int count() {
        return files;
    }

    /** Writes what {@link WarmGeneration} does. */
    @Benchmark
    @Compared(to = "protocJava", operations = 1, lengthy = true)
    public void commandLine() throws IOException, InterruptedException {
        workshop().generators().commandLine(workshop().out());
    }
}
