package dev.proto2ffi.benchmarks.scaling;

import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Threads;

/** The {@link ThreadWork}, on two cores at the same time. */
public final class TwoThreads {
    private TwoThreads() {}

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Threads(2)
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends ThreadWork {}
}
