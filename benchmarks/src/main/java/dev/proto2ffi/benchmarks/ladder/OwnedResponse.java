package dev.proto2ffi.benchmarks.ladder;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** A response in memory of native code: its {@code Owned}. */
final class OwnedResponse {
    static final StructLayout LAYOUT =
            MemoryLayout.structLayout(ValueLayout.ADDRESS.withName("data"), ValueLayout.JAVA_LONG.withName("length"));

    private OwnedResponse() {}

    /** Copies the bytes, and gives the memory back. */
    @SuppressWarnings("restricted") // native code says how long it is
    static byte[] take(MemorySegment owned, int length, MethodHandle free) throws Throwable {
        MemorySegment data = owned.get(ValueLayout.ADDRESS, 0).reinterpret(length);
        byte[] bytes = data.toArray(ValueLayout.JAVA_BYTE);
        free.invokeExact(data, (long) length);
        return bytes;
    }
}
