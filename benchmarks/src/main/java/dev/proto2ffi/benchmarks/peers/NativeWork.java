package dev.proto2ffi.benchmarks.peers;

import dev.proto2ffi.benchmarks.harness.Libraries;
import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The twins in C or Rust, in {@code peers.c} and {@code peers.rs}: each method is one critical call for the whole
 * invocation, over the structs that {@link Proto2ffiWork} made. A read makes a String of Rust, or a block of malloc, of
 * each text, and frees it.
 */
final class NativeWork implements Work {
    /** The values as the language has them, the structs, how many of both, and how often. */
    private static final FunctionDescriptor WORK = FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG);

    private static final FunctionDescriptor VALUES_OF =
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
    private static final FunctionDescriptor FORGET =
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);

    private final Proto2ffiWork.Shared structs;
    private final long values;
    private final MethodHandle write;
    private final MethodHandle read;
    private final MethodHandle update;
    private final MethodHandle scan;
    private final MethodHandle forget;

    private NativeWork(NativeLibrary library, String kind, Proto2ffiWork.Shared structs) throws Throwable {
        this.structs = structs;
        write = work(library, "write", kind);
        read = work(library, "read", kind);
        update = work(library, "update", kind);
        scan = work(library, "scan", kind);
        forget = library.function("bench_peers_forget_" + kind, FORGET);
        values = (long) library.function("bench_peers_values_of_" + kind, VALUES_OF)
                .invokeExact(structs.address(), (long) HANDFUL);
        if (values == 0) {
            throw new OutOfMemoryError("native memory for the values");
        }
    }

    /** @param library {@code bench_c} or {@code bench_rust} */
    static Work of(String library, Kind kind, Values values) throws Throwable {
        NativeLibrary code = Libraries.load(library);
        return new NativeWork(code, kind.name().toLowerCase(Locale.ROOT), Proto2ffiWork.of(kind, values));
    }

    private static MethodHandle work(NativeLibrary library, String operation, String kind) {
        return library.function("bench_peers_" + operation + "_" + kind, WORK, Linker.Option.critical(false));
    }

    @Override
    public long write() throws Throwable {
        return (long) write.invokeExact(values, structs.writtenAddress(), (long) HANDFUL, (long) PASSES);
    }

    @Override
    public long read(Blackhole sink) throws Throwable {
        return (long) read.invokeExact(values, structs.address(), (long) HANDFUL, (long) PASSES);
    }

    @Override
    public long update() throws Throwable {
        return (long) update.invokeExact(values, structs.address(), (long) HANDFUL, (long) PASSES);
    }

    @Override
    public long scan() throws Throwable {
        return (long) scan.invokeExact(values, structs.address(), (long) OPERATIONS, 1L);
    }

    @Override
    public Record value(int index) {
        return structs.value(index);
    }

    @Override
    public Record written() {
        return structs.written();
    }

    @Override
    public int bytes(int index) {
        return structs.bytes(index);
    }

    @Override
    public void close() {
        try {
            forget.invokeExact(values, (long) HANDFUL);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        structs.close();
    }
}
