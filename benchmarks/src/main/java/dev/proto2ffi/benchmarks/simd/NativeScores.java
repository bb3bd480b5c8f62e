package dev.proto2ffi.benchmarks.simd;

import bench.ffi.NewsFeedItem;
import dev.proto2ffi.benchmarks.harness.NativeCode;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The native twins of {@link StructScores} and {@link ColumnScores}, in {@code simd.c} or {@code simd.rs}. */
public abstract class NativeScores {
    private final MethodHandle structs;
    private final MethodHandle columns;

    private NativeScores(NativeLibrary library) {
        structs = NativeCode.critical(library, "bench_score_structs", 2);
        columns = NativeCode.critical(library, "bench_score_columns", 1);
    }

    /** In C. */
    @State(Scope.Thread)
    public static class C extends NativeScores {
        private final MethodHandle widest = NativeCode.critical(NativeCode.c(), "bench_score_columns_widest", 1);

        public C() {
            super(NativeCode.c());
        }

        /** {@link #columns} with the longest vectors that this machine has, found at run time. */
        long widest(MemorySegment all) throws Throwable {
            return (long) widest.invokeExact(all.address());
        }
    }

    /** In Rust. */
    @State(Scope.Thread)
    public static class Rust extends NativeScores {
        public Rust() {
            super(NativeCode.rust());
        }
    }

    /** The number of items. */
    long structs(StructArray<NewsFeedItem> items) throws Throwable {
        return (long) structs.invokeExact(items.address(), items.length());
    }

    /** The number of items. */
    long columns(MemorySegment all) throws Throwable {
        return (long) columns.invokeExact(all.address());
    }
}
