package dev.proto2ffi.benchmarks.ladder;

import dev.proto2ffi.benchmarks.harness.Libraries;
import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** A library that {@code native-protobuf} builds, and its functions. All calls are ordinary ones, where nothing else is said. */
final class NativeEnd {
    private static final MemoryLayout NUMBER = ValueLayout.JAVA_LONG;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    private final NativeLibrary library;

    /** @throws dev.proto2ffi.runtime.NativeLibraryException if it wasn't built */
    NativeEnd(String name) {
        library = Libraries.load(name);
    }

    /** A handle of a calculator, for the steps that look one up. */
    long open() {
        MethodHandle open = library.function("ladder_open", FunctionDescriptor.of(NUMBER));
        try {
            return (long) open.invokeExact();
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Calculator, request, its length, where to put pointer and length of the response. */
    MethodHandle owning(String function) {
        return function(function, NUMBER, POINTER, NUMBER, POINTER);
    }

    /** Pointer and length of a response. */
    MethodHandle free() {
        return library.function("ladder_free", FunctionDescriptor.ofVoid(POINTER, NUMBER));
    }

    /** Calculator, request, its length, response, its capacity. */
    MethodHandle lookedUp(String function) {
        return function(function, NUMBER, POINTER, NUMBER, POINTER, NUMBER);
    }

    /** Request, its length, response, its capacity. */
    MethodHandle direct(String function) {
        return function(function, POINTER, NUMBER, POINTER, NUMBER);
    }

    /** Buffer, length of the request in it. */
    MethodHandle inPlace(String function) {
        return function(function, POINTER, NUMBER);
    }

    /** Twins: numbers only, by a critical call, which is one for many adds. */
    MethodHandle twin(String function, int arguments) {
        MemoryLayout[] numbers = new MemoryLayout[arguments];
        Arrays.fill(numbers, NUMBER);
        return library.function(function, FunctionDescriptor.of(NUMBER, numbers), Linker.Option.critical(false));
    }

    private MethodHandle function(String name, MemoryLayout... arguments) {
        return library.function(name, FunctionDescriptor.of(NUMBER, arguments));
    }

    /** The length of a response; fails for what isn't one. */
    static int checked(long length) {
        if (length < 0) {
            throw new IllegalStateException("native code refused the request");
        }
        return (int) length;
    }

    static RuntimeException failed(Throwable e) {
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException("the call failed", e);
    }
}
