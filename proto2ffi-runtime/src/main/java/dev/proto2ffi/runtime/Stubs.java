package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Native functions that call Java. They live as long as the JVM, so that a call through a stale pointer finds them. */
final class Stubs {
    private Stubs() {}

    /** A native function {@code void *(void *, uint64_t, uint64_t)} that calls a static method. */
    static MemorySegment allocate(MethodHandles.Lookup lookup, Class<?> owner, String method) {
        return of(
                find(lookup, owner, method, MethodType.methodType(long.class, long.class, long.class, long.class)),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    }

    /** A native function {@code int32_t (void *, const void *)} that calls a static method. */
    static MemorySegment send(MethodHandles.Lookup lookup, Class<?> owner, String method) {
        return of(
                find(lookup, owner, method, MethodType.methodType(int.class, long.class, long.class)),
                Handles.descriptor(0, 2));
    }

    @SuppressWarnings("restricted")
    static MemorySegment of(MethodHandle target, FunctionDescriptor descriptor) {
        try {
            return Linker.nativeLinker().upcallStub(target, descriptor, Arena.global());
        } catch (IllegalCallerException e) {
            throw NativeAccess.denied("calls from native code", e);
        }
    }

    private static MethodHandle find(MethodHandles.Lookup lookup, Class<?> owner, String method, MethodType type) {
        try {
            return lookup.findStatic(owner, method, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
