package dev.proto2ffi.examples.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import calc.ffi.BinaryOp;
import calc.ffi.Result;
import calc.ffi.Status;
import dev.proto2ffi.runtime.NativeLibraryException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorTest {
    private static final long SEED = 42;
    private static final int ROUNDS = 5_000;
    private static final long[] EDGES = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, 2, Long.MAX_VALUE};

    private final Arena arena = Arena.ofConfined();
    private final BinaryOp request = BinaryOp.allocate(arena);
    private final Result response = Result.allocate(arena);

    @AfterEach
    void close() {
        arena.close();
    }

    /** Ends the test where the library wasn't built: skipped, or failed with -Dproto2ffi.requireTools=true. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static Calculator require(String library) {
        try {
            return new Calculator(library);
        } catch (NativeLibraryException e) {
            if (Boolean.getBoolean("proto2ffi.requireTools")) {
                return fail(e);
            }
            System.err.println("SKIPPED: " + e.getMessage() + "\n-Dproto2ffi.requireTools=true makes this a failure");
            return Assumptions.abort(e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"calculator_c", "calculator_rust"})
    void nativeArithmeticIsExactOrSaysThatItOverflows(String library) {
        Calculator calculator = require(library);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            long left = operand(random);
            long right = operand(random);
            check(calculator::add, BigInteger::add, left, right);
            check(calculator::subtract, BigInteger::subtract, left, right);
            check(calculator::multiply, BigInteger::multiply, left, right);
            if (right != 0) {
                check(calculator::divide, BigInteger::divide, left, right);
            }
        }
    }

    private static long operand(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> random.nextLong(-1_000_000_000, 1_000_000_000);
            default -> random.nextLong();
        };
    }

    private void check(
            BiConsumer<BinaryOp, Result> operation, BinaryOperator<BigInteger> exact, long left, long right) {
        operation.accept(request.left(left).right(right), response);
        BigInteger expected = exact.apply(BigInteger.valueOf(left), BigInteger.valueOf(right));
        String operands = left + " and " + right;
        if (expected.bitLength() < Long.SIZE) {
            assertThat(response.status()).as(operands).isEqualTo(Status.OK);
            assertThat(response.value()).as(operands).isEqualTo(expected.longValue());
            assertThat(response.message()).as(operands).isEmpty();
        } else {
            assertThat(response.status()).as(operands).isEqualTo(Status.OVERFLOW);
            assertThat(response.value()).as(operands).isZero();
        }
        assertThat(request.left()).isEqualTo(left);
        assertThat(request.right()).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calculator_c", "calculator_rust"})
    void divisionByZeroComesBackAsACodeWithAReason(String library) {
        require(library).divide(request.left(1).right(0), response);
        assertThat(response.status()).isEqualTo(Status.DIVISION_BY_ZERO);
        assertThat(response.message()).isEqualTo("division by zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calculator_c", "calculator_rust"})
    void anAnswerLeavesNothingOfTheErrorBefore(String library) {
        Calculator calculator = require(library);
        calculator.divide(request.left(1).right(0), response);
        calculator.divide(request.left(6).right(3), response);
        assertThat(response.status()).isEqualTo(Status.OK);
        assertThat(response.value()).isEqualTo(2);
        assertThat(response.message()).isEmpty();
    }

    @Test
    void theProgramShowsTheSameForBothLanguages() {
        require("calculator_c");
        require("calculator_rust");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(Main.run(new PrintStream(bytes, true, StandardCharsets.UTF_8)))
                .isZero();
        String[] parts = bytes.toString(StandardCharsets.UTF_8).split("(?m)^(C|Rust)$");
        assertThat(parts).hasSize(3);
        assertThat(parts[1]).isEqualTo(parts[2]).contains("40 / 0 = DIVISION_BY_ZERO (division by zero)");
    }
}
