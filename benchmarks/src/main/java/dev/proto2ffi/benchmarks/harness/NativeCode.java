package dev.proto2ffi.benchmarks.harness;

import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** Handles of native twins, which take numbers and addresses and answer a number. */
public final class NativeCode {
    private NativeCode() {}

    /** The twins in Rust. */
    public static NativeLibrary rust() {
        return Libraries.load("bench_rust");
    }

    /** The functions and twins in C. */
    public static NativeLibrary c() {
        return Libraries.load("bench_c");
    }

    /** A critical call of that many longs for a long. */
    public static MethodHandle critical(NativeLibrary library, String function, int arguments) {
        return library.function(function, longs(arguments), Linker.Option.critical(false));
    }

    /** An ordinary call, during which native code may call Java. */
    public static MethodHandle ordinary(NativeLibrary library, String function, int arguments) {
        return library.function(function, longs(arguments));
    }

    private static FunctionDescriptor longs(int arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments];
        Arrays.fill(layouts, ValueLayout.JAVA_LONG);
        return FunctionDescriptor.of(ValueLayout.JAVA_LONG, layouts);
    }
}
