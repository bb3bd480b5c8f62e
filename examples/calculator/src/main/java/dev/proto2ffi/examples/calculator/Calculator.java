package dev.proto2ffi.examples.calculator;

import calc.ffi.BinaryOp;
import calc.ffi.Result;
import dev.proto2ffi.runtime.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The four native functions of one library, each {@code int32_t calc_add(const calc_BinaryOp *, calc_Result *)}. C and
 * Rust export the same names, so one class serves both. Safe for all threads, as long as each brings structs of its own.
 */
final class Calculator {
    private static final FunctionDescriptor FUNCTION =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    private final MethodHandle add;
    private final MethodHandle subtract;
    private final MethodHandle multiply;
    private final MethodHandle divide;

    /**
     * Loads a library from the class path.
     *
     * @param name {@code calculator_c} or {@code calculator_rust}
     * @throws dev.proto2ffi.runtime.NativeLibraryException if it wasn't built or can't be loaded
     */
    Calculator(String name) {
        NativeLibrary library = NativeLibrary.load(name, Calculator.class.getClassLoader());
        add = library.function("calc_add", FUNCTION);
        subtract = library.function("calc_subtract", FUNCTION);
        multiply = library.function("calc_multiply", FUNCTION);
        divide = library.function("calc_divide", FUNCTION);
    }

    /** Writes the sum, or {@code OVERFLOW}. */
    void add(BinaryOp request, Result response) {
        call(add, request, response);
    }

    /** Writes the difference, or {@code OVERFLOW}. */
    void subtract(BinaryOp request, Result response) {
        call(subtract, request, response);
    }

    /** Writes the product, or {@code OVERFLOW}. */
    void multiply(BinaryOp request, Result response) {
        call(multiply, request, response);
    }

    /** Writes the quotient rounded towards zero, or {@code DIVISION_BY_ZERO}, or {@code OVERFLOW}. */
    void divide(BinaryOp request, Result response) {
        call(divide, request, response);
    }

    private static void call(MethodHandle function, BinaryOp request, Result response) {
        int status;
        try {
            status = (int) function.invokeExact(request.structSegment(), response.structSegment());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a handle to a native function throws nothing that is checked", e);
        }
        if (status != 0) {
            throw new IllegalStateException("the native function refused its pointers: " + status);
        }
    }
}
