package dev.proto2ffi.examples.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calc.ffi.BinaryOp;
import calc.ffi.Calculator;
import calc.ffi.Exam;
import calc.ffi.Examiner;
import calc.ffi.Failure;
import calc.ffi.Report;
import calc.ffi.Result;
import dev.proto2ffi.runtime.NativeCallException;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.StructArray;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
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

    @ParameterizedTest
    @ValueSource(strings = {Libraries.C, Libraries.RUST})
    void nativeArithmeticIsExactOrFails(String library) {
        checkArithmetic(Calculator.load(Libraries.require(library)));
    }

    @Test
    void theArithmeticOfTheJavaCalculatorIsExactOrFails() {
        checkArithmetic(new JavaCalculator());
    }

    private void checkArithmetic(Calculator calculator) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            long left = operand(random);
            long right = operand(random);
            for (Operation operation : Operation.values()) {
                check(calculator, operation, left, right);
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

    private void check(Calculator calculator, Operation operation, long left, long right) {
        String question = left + " " + operation.sign() + " " + right;
        request.left(left).right(right);
        response.value(-7);
        try {
            long expected = operation.exact(left, right);
            operation.call(calculator, request, response);
            assertThat(response.value()).as(question).isEqualTo(expected);
        } catch (ArithmeticException none) {
            Failure failure = operation == Operation.DIVIDE && right == 0 ? Failure.DIVISION_BY_ZERO : Failure.OVERFLOW;
            NativeCallException thrown = catchThrowableOfType(
                    NativeCallException.class, () -> operation.call(calculator, request, response));
            assertThat(thrown).as(question).isNotNull();
            assertThat(thrown.code()).as(question).isEqualTo(failure.number());
        }
        assertThat(request.left()).isEqualTo(left);
        assertThat(request.right()).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {Libraries.C, Libraries.RUST})
    void aDivisionByZeroHasACodeAndAMessage(String library) {
        Calculator calculator = Calculator.load(Libraries.require(library));
        NativeCallException thrown = catchThrowableOfType(
                NativeCallException.class,
                () -> calculator.divide(request.left(1).right(0), response));
        assertThat(thrown).hasMessage("calc.Calculator.Divide: division by zero (code 1)");
        assertThat(thrown.code()).isEqualTo(Failure.DIVISION_BY_ZERO.number());
        assertThat(thrown.index()).isEqualTo(-1);
    }

    /** More than the 1,024 of which a critical batch is cut. */
    @ParameterizedTest
    @ValueSource(strings = {Libraries.C, Libraries.RUST})
    void aBatchEndsAtItsFirstFailureAndNamesIt(String library) {
        Calculator calculator = Calculator.load(Libraries.require(library));
        StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 5_000);
        StructArray<Result> responses = Result.allocateArray(arena, 5_000);
        for (long i = 0; i < requests.length(); i++) {
            requests.get(i).left(i).right(1);
        }
        calculator.divideBatch(requests, responses);
        for (long i = 0; i < requests.length(); i++) {
            assertThat(responses.get(i).value()).isEqualTo(i);
        }

        responses.clear();
        requests.get(3_000).right(0);
        NativeCallException thrown =
                catchThrowableOfType(NativeCallException.class, () -> calculator.divideBatch(requests, responses));
        assertThat(thrown.index()).isEqualTo(3_000);
        assertThat(thrown.code()).isEqualTo(Failure.DIVISION_BY_ZERO.number());
        assertThat(responses.get(2_999).value()).isEqualTo(2_999);
        assertThat(responses.get(3_001).value()).isZero();
    }

    @Test
    void rustExaminesTheJavaCalculatorUntilItIsClosed() {
        NativeLibrary rust = Libraries.require(Libraries.RUST);
        Examiner examiner = Examiner.load(rust);
        Exam exam = Exam.allocate(arena).seed(SEED).questions(1_000);
        Report report = Report.allocate(arena);
        try (Arena lesson = Arena.ofConfined()) {
            Calculator.offer(new JavaCalculator(), lesson, rust);
            examiner.examine(exam, report);
        }
        assertThat(report.wrong()).isZero();
        assertThat(report.refused()).isPositive();
        assertThat(report.right() / 2 + report.refused()).isEqualTo(4_000);
        NativeCallException thrown =
                catchThrowableOfType(NativeCallException.class, () -> examiner.examine(exam, report));
        assertThat(thrown.code()).isEqualTo(NativeCallException.CLOSED);
    }

    /** Java asks Rust to examine, Rust asks Java, which asks Rust again; failures come back through all of it. */
    @Test
    void javaMayAskRustForTheAnswers() {
        NativeLibrary rust = Libraries.require(Libraries.RUST);
        Report report = Report.allocate(arena);
        Calculator.offer(Calculator.load(rust), arena, rust);
        Examiner.load(rust).examine(Exam.allocate(arena).seed(SEED).questions(1_000), report);
        assertThat(report.wrong()).isZero();
        assertThat(report.right()).isPositive();
        assertThat(report.refused()).isPositive();
    }

    @Test
    void theExaminerNoticesWrongAnswers() {
        NativeLibrary rust = Libraries.require(Libraries.RUST);
        Report report = Report.allocate(arena);
        Calculator wrong = new WrongCalculator();
        Calculator.offer(wrong, arena, rust);
        Examiner.load(rust).examine(Exam.allocate(arena).seed(SEED).questions(100), report);
        assertThat(report.wrong()).isGreaterThan(500);
    }

    /** Answers everything with 41, divisions by zero too. */
    private static final class WrongCalculator implements Calculator {
        @Override
        public void add(BinaryOp request, Result response) {
            response.value(41);
        }

        @Override
        public void subtract(BinaryOp request, Result response) {
            response.value(41);
        }

        @Override
        public void multiply(BinaryOp request, Result response) {
            response.value(41);
        }

        @Override
        public void divide(BinaryOp request, Result response) {
            response.value(41);
        }
    }

    @Test
    void theProgramFindsAllResultsRight() {
        Libraries.require(Libraries.C);
        Libraries.require(Libraries.RUST);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exit = Main.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        assertThat(text)
                .contains("40 / 0: DIVISION_BY_ZERO, calc.Calculator.Divide: division by zero (code 1)")
                .contains("(code 1, request 700)")
                .contains("asked 400,000 questions")
                .contains("CLOSED");
    }
}
