package dev.proto2ffi.benchmarks.cache;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.invoke.MethodHandle;

/**
 * The native loops. Each is one critical call for a whole pass, so that the call itself (a few nanoseconds) vanishes
 * beside the loop. Each library has a holder of its own: who asks for C needs no Rust.
 */
final class NativeTwins {
    private NativeTwins() {}

    private static MethodHandle pass(NativeLibrary library) {
        return NativeCode.critical(library, "bench_pass_reactions", 2);
    }

    static final class C {
        private static final MethodHandle PASS_REACTIONS = pass(NativeCode.c());

        private C() {}

        /** {@code address} is that of {@code count} reactions whose arena stays open. */
        static long passReactions(long address, long count) throws Throwable {
            return (long) PASS_REACTIONS.invokeExact(address, count);
        }
    }

    static final class Rust {
        private static final MethodHandle PASS_REACTIONS = pass(NativeCode.rust());

        private Rust() {}

        /** {@code address} is that of {@code count} reactions whose arena stays open. */
        static long passReactions(long address, long count) throws Throwable {
            return (long) PASS_REACTIONS.invokeExact(address, count);
        }
    }
}
