package dev.proto2ffi.benchmarks.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A method of Java that native code calls through a pointer: two numbers in, their sum out. */
final class Callback {
    private Callback() {}

    static long add(long a, long b) {
        return a + b;
    }

    /** The pointer, for as long as the arena is open. */
    @SuppressWarnings("restricted")
    static MemorySegment stub(Arena arena) {
        try {
            return Linker.nativeLinker()
                    .upcallStub(
                            MethodHandles.lookup()
                                    .findStatic(
                                            Callback.class,
                                            "add",
                                            MethodType.methodType(long.class, long.class, long.class)),
                            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
                            arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
