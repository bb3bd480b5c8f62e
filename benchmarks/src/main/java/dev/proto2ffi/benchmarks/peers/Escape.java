package dev.proto2ffi.benchmarks.peers;

import java.lang.invoke.VarHandle;

/** What keeps the JVM from leaving out a write that the next one would overwrite. */
final class Escape {
    private Escape() {}

    /**
     * From here on the compiler must believe that another thread has seen all that was written. No instruction on
     * x86-64; the twins in C and Rust have the like.
     */
    static void memory() {
        VarHandle.acquireFence();
    }
}
