package dev.proto2ffi.benchmarks.generation;

import java.io.IOException;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Has the compiler generate code for a few files until the JVM has compiled it, for runs of many take too long for that. */
@State(Scope.Thread)
public class Warmth {
    private static final int FILES = 10;
    private static final long NANOS = 4_000_000_000L;

    private int written;

    @Setup
    public void warmUp() throws IOException {
        try (Workshop workshop = new Workshop()) {
            workshop.open(FILES);
            for (long start = System.nanoTime(); System.nanoTime() - start < NANOS; workshop.clear()) {
                written += workshop.generators().inProcess(workshop.out());
            }
        }
    }

    /** How many were written. */
    int files() {
        return written;
    }
}
