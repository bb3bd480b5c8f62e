package dev.proto2ffi.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * Handles that call functions which return an {@code int32_t}, one for each shape of parameters, with the function's
 * address as first argument. So few serve all rpcs, and each is a constant to the JIT; the holder classes link those that
 * are used when they are first used, which takes milliseconds.
 *
 * <p>{@code Longs3} takes three pointers or counts as numbers. {@code Segments2Longs1} takes two segments, which the JDK
 * keeps open during the call, and then a number.
 */
@SuppressWarnings("ConstantField") // the handle of each holder
final class Handles {
    private Handles() {}

    static final class Longs1 {
        static final MethodHandle ORDINARY = ordinary(0, 1);
    }

    static final class CriticalLongs1 {
        static final MethodHandle CRITICAL = critical(0, 1);
    }

    static final class Longs2 {
        static final MethodHandle ORDINARY = ordinary(0, 2);
    }

    static final class CriticalLongs2 {
        static final MethodHandle CRITICAL = critical(0, 2);
    }

    static final class Longs3 {
        static final MethodHandle ORDINARY = ordinary(0, 3);
    }

    static final class CriticalLongs3 {
        static final MethodHandle CRITICAL = critical(0, 3);
    }

    static final class Longs4 {
        static final MethodHandle ORDINARY = ordinary(0, 4);
    }

    static final class CriticalLongs4 {
        static final MethodHandle CRITICAL = critical(0, 4);
    }

    static final class Longs5 {
        static final MethodHandle ORDINARY = ordinary(0, 5);
    }

    /** {@code Longs2}, and then a segment that the JDK keeps open during the call: see {@link #holding}. */
    static final class Longs2Holding1 {
        static final MethodHandle ORDINARY = link(holding(2, 1));
    }

    /** {@code Longs3}, and two such segments. */
    static final class Longs3Holding2 {
        static final MethodHandle ORDINARY = link(holding(3, 2));
    }

    static final class CriticalSegments1Longs1 {
        static final MethodHandle CRITICAL = critical(1, 1);
    }

    static final class Segments1Longs2 {
        static final MethodHandle ORDINARY = ordinary(1, 2);
    }

    static final class CriticalSegments1Longs2 {
        static final MethodHandle CRITICAL = critical(1, 2);
    }

    static final class Segments1Longs3 {
        static final MethodHandle ORDINARY = ordinary(1, 3);
    }

    /** For memory that isn't confined, apart from {@link Longs2Holding1}: the JIT compiles a stub for the kinds that it has met. */
    static final class SharedSegments1Longs1 {
        static final MethodHandle ORDINARY = link(ofShared(1, 1));
    }

    /** Apart from {@link Longs3Holding2}, likewise. */
    static final class SharedSegments2Longs1 {
        static final MethodHandle ORDINARY = link(ofShared(2, 1));
    }

    static final class CriticalSegments2Longs1 {
        static final MethodHandle CRITICAL = critical(2, 1);
    }

    static final class Segments2Longs2 {
        static final MethodHandle ORDINARY = ordinary(2, 2);
    }

    static final class CriticalSegments2Longs2 {
        static final MethodHandle CRITICAL = critical(2, 2);
    }

    static final class Segments2Longs3 {
        static final MethodHandle ORDINARY = ordinary(2, 3);
    }

    /** The {@code send} of a stream: a pointer as a number, and an item. */
    static final class Send {
        static final MethodHandle ORDINARY =
                link(FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    }

    /** A function that returns a pointer: {@code allocate} of a {@code p2f_allocator}. */
    static final class Allocate {
        static final MethodHandle ORDINARY = link(FunctionDescriptor.of(
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    }

    private static MethodHandle ordinary(int segments, int longs) {
        return link(descriptor(segments, longs));
    }

    private static MethodHandle critical(int segments, int longs) {
        return link(descriptor(segments, longs), Linker.Option.critical(false));
    }

    static FunctionDescriptor descriptor(int segments, int longs) {
        MemoryLayout[] parameters = new MemoryLayout[segments + longs];
        Arrays.fill(parameters, 0, segments, ValueLayout.ADDRESS);
        Arrays.fill(parameters, segments, parameters.length, ValueLayout.JAVA_LONG);
        return FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters);
    }

    /**
     * Numbers that the function takes, then segments that it doesn't: in all C calling conventions that the JDK's linker
     * knows, the caller removes its arguments, and a function ignores those behind the ones that it declares. They are
     * there for the JDK, which keeps them open during the call. So a struct inside a segment needs no slice, which the JIT
     * doesn't always manage not to allocate.
     */
    private static FunctionDescriptor holding(int longs, int segments) {
        FunctionDescriptor function = descriptor(0, longs);
        for (int i = 0; i < segments; i++) {
            function = function.appendArgumentLayouts(ValueLayout.ADDRESS);
        }
        return function;
    }

    /** Another descriptor of the same functions: the linker has a stub for each. */
    @SuppressWarnings("restricted") // the layout is that of nothing which is read
    private static FunctionDescriptor ofShared(int segments, int longs) {
        FunctionDescriptor shared = descriptor(0, longs);
        for (int i = 0; i < segments; i++) {
            shared = shared.insertArgumentLayouts(0, ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_BYTE));
        }
        return shared;
    }

    @SuppressWarnings("restricted")
    private static MethodHandle link(FunctionDescriptor descriptor, Linker.Option... options) {
        try {
            return Linker.nativeLinker().downcallHandle(descriptor, options);
        } catch (IllegalCallerException e) {
            throw NativeAccess.denied("calls of native functions", e);
        }
    }
}
