package dev.proto2ffi.benchmarks.generation;

import dev.proto2ffi.benchmarks.harness.Compared;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;

/** {@link Generating} in a JVM that has done it before, as a build with a daemon does it. */
public abstract class WarmGeneration extends Generating {
    @Param({"1", "10", "100", "500", "2000"})
    public int files;

    /** No struct is read or written. */
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Plain extends WarmGeneration {}

    @Override
    int count() {
        return files;
    }

    /** How many files were written, those of the warm-up included. */
    @Benchmark
    @Compared(to = "protocJava", operations = 1, lengthy = true)
    public int inProcess(Warmth warmth) throws IOException {
        return warmth.files() + workshop().generators().inProcess(workshop().out());
    }
}
