package dev.proto2ffi.examples.calculator;

import calc.ffi.BinaryOp;
import calc.ffi.Result;
import calc.ffi.Status;
import dev.proto2ffi.runtime.NativeLibraryException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Lets C and Rust compute the same, and shows what came back: values, and errors as codes with a reason. */
public final class Main {
    private final PrintStream out;
    private final BinaryOp request;
    private final Result response;

    private Main(PrintStream out, Arena arena) {
        this.out = out;
        request = BinaryOp.allocate(arena);
        response = Result.allocate(arena);
    }

    /** Takes no arguments; exits with 0, or with 3 when a library is missing. */
    public static void main(String[] args) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(PrintStream out) {
        try (Arena arena = Arena.ofConfined()) {
            out.println(String.format(
                    Locale.ROOT,
                    "A request of %d bytes and a response of %d bytes, passed by pointer",
                    BinaryOp.SIZE,
                    Result.SIZE));
            new Main(out, arena).show("C", new Calculator("calculator_c"));
            new Main(out, arena).show("Rust", new Calculator("calculator_rust"));
            return 0;
        } catch (NativeLibraryException e) {
            out.println(e.getMessage());
            return 3;
        }
    }

    private void show(String language, Calculator calculator) {
        out.println(language);
        show(calculator::add, 40, "+", 2);
        show(calculator::subtract, 40, "-", 2);
        show(calculator::multiply, 40, "*", -2);
        show(calculator::divide, 40, "/", -3);
        show(calculator::divide, 40, "/", 0);
        show(calculator::multiply, Long.MAX_VALUE, "*", 2);
        show(calculator::divide, Long.MIN_VALUE, "/", -1);
    }

    private void show(BiConsumer<BinaryOp, Result> operation, long left, String sign, long right) {
        operation.accept(request.left(left).right(right), response);
        String answer = response.status() == Status.OK
                ? Long.toString(response.value())
                : response.status() + " (" + response.message() + ")";
        out.println("  " + left + " " + sign + " " + right + " = " + answer);
    }
}
