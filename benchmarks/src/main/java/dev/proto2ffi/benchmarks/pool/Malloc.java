package dev.proto2ffi.benchmarks.pool;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The C library's allocator, called from Java in the cheapest way there is: critical, by address. */
@SuppressWarnings("restricted")
public final class Malloc {
    private static final MethodHandle MALLOC =
            function("malloc", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = function("free", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));

    private Malloc() {}

    /** Bytes that hold anything, to be freed by {@link #free}. */
    public static MemorySegment allocate(long size) throws Throwable {
        long address = (long) MALLOC.invokeExact(size);
        if (address == 0) {
            throw new OutOfMemoryError("malloc of " + size + " bytes");
        }
        return MemorySegment.ofAddress(address).reinterpret(size);
    }

    public static void free(MemorySegment segment) throws Throwable {
        FREE.invokeExact(segment.address());
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find(name).orElseThrow(), descriptor, Linker.Option.critical(false));
    }
}
