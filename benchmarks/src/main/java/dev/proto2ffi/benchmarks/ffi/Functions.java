package dev.proto2ffi.benchmarks.ffi;

import dev.proto2ffi.benchmarks.harness.NativeCode;
import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The functions of {@code ffi.c}, as Java calls them by hand: handles that are constants to the JIT. */
final class Functions {
    static final MethodHandle SIZE = ordinary("bench_ffi_size", 0);
    static final MethodHandle SIZE_CRITICAL = critical("bench_ffi_size", 0);
    static final MethodHandle ALIGNMENT = ordinary("bench_ffi_alignment", 0);
    static final MethodHandle ALIGNMENT_CRITICAL = critical("bench_ffi_alignment", 0);
    static final long VISIT_REACTION_ADDRESS = address("bench_ffi_visit_Reaction");
    static final MethodHandle VISIT_REACTION = ordinary("bench_ffi_visit_Reaction", 1);
    static final MethodHandle VISIT_REACTION_CRITICAL = critical("bench_ffi_visit_Reaction", 1);
    static final long VISIT_PROFILE_ADDRESS = address("bench_ffi_visit_UserProfile");
    static final MethodHandle VISIT_PROFILE = ordinary("bench_ffi_visit_UserProfile", 1);
    static final MethodHandle VISIT_PROFILE_CRITICAL = critical("bench_ffi_visit_UserProfile", 1);
    static final long VISIT_POST_ADDRESS = address("bench_ffi_visit_Post");
    static final MethodHandle VISIT_POST = ordinary("bench_ffi_visit_Post", 1);
    static final MethodHandle VISIT_POST_CRITICAL = critical("bench_ffi_visit_Post", 1);
    static final MethodHandle ADD_POINTER = critical("bench_ffi_add_pointer", 1);

    /** Takes the struct itself, which {@code bench.ffi.BinaryOp} lays out. */
    static final MethodHandle ADD_VALUE = code().function(
                    "bench_ffi_add_value",
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, bench.ffi.BinaryOp.LAYOUT),
                    Linker.Option.critical(false));

    private Functions() {}

    /** For twins, which call the same functions. */
    static long address(String function) {
        return code().symbol(function).address();
    }

    private static NativeLibrary code() {
        return NativeCode.c();
    }

    private static MethodHandle ordinary(String function, int arguments) {
        return NativeCode.ordinary(code(), function, arguments);
    }

    private static MethodHandle critical(String function, int arguments) {
        return NativeCode.critical(code(), function, arguments);
    }
}
