package dev.proto2ffi.benchmarks.scaling;

import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Threads;

/** The {@link ThreadWork}, alone. */
public final class OneThread {
    private OneThread() {}

    /** As a program is by default: bounds, lifetime and thread are checked at each access. */
    @Threads(1)
    @Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
    public static class Safe extends ThreadWork {}
}
