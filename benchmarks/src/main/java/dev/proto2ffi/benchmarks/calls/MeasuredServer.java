package dev.proto2ffi.benchmarks.calls;

import dev.proto2ffi.benchmarks.harness.Libraries;
import dev.proto2ffi.runtime.NativeLibrary;
import org.jspecify.annotations.Nullable;

/**
 * The library whose calculator this JVM measures. What is kept in {@code static final} fields, as the fastest programs do,
 * must know it when its class is initialised, so a JVM measures one.
 */
final class MeasuredServer {
    private static @Nullable String chosen;

    private MeasuredServer() {}

    /**
     * To be called before the fields are used.
     *
     * @param language {@code c} or {@code rust}
     * @throws IllegalStateException if this JVM has chosen another
     */
    static synchronized void choose(String language) {
        if (chosen != null && !chosen.equals(language)) {
            throw new IllegalStateException("this JVM measures the server in " + chosen);
        }
        chosen = language;
    }

    /** The chosen one. */
    static synchronized NativeLibrary library() {
        if (chosen == null) {
            throw new IllegalStateException("no server was chosen");
        }
        return library(chosen);
    }

    /** Any of the two. */
    static NativeLibrary library(String language) {
        return Libraries.load("bench_" + language);
    }
}
