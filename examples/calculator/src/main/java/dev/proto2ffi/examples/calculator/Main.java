package dev.proto2ffi.examples.calculator;

import calc.ffi.BinaryOp;
import calc.ffi.Bookkeeper;
import calc.ffi.Calculator;
import calc.ffi.CurrencySum;
import calc.ffi.Discrepancy;
import calc.ffi.Exam;
import calc.ffi.Examiner;
import calc.ffi.Failure;
import calc.ffi.Ledger;
import calc.ffi.Report;
import calc.ffi.Result;
import calc.ffi.Sums;
import dev.proto2ffi.runtime.NativeCallException;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.NativeLibraryException;
import dev.proto2ffi.runtime.StructArray;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Java calls C and Rust, Rust calls Java; every result is compared with what Java computes by itself. */
public final class Main {
    private static final long SEED = 2026;
    private static final int TRANSACTIONS = 10_000;
    private static final int QUESTIONS = 100_000;
    private static final int ROUNDS = 10;

    private final PrintStream out;
    private final NativeLibrary c = NativeLibrary.load("calculator_c", Main.class.getClassLoader());
    private final NativeLibrary rust = NativeLibrary.load("calculator_rust", Main.class.getClassLoader());

    private Main(PrintStream out) {
        this.out = out;
    }

    /** Takes no arguments; exits with 0, with 1 when a result is wrong, or with 3 when a library is missing. */
    public static void main(String[] args) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(PrintStream out) {
        try {
            new Main(out).tell();
            return 0;
        } catch (NativeLibraryException e) {
            out.println(e.getMessage());
            return 3;
        } catch (IllegalStateException e) {
            out.println("WRONG: " + e.getMessage());
            return 1;
        }
    }

    private void tell() {
        out.println("A calculator in C and in Rust, called from Java: nanoseconds for one operation");
        out.printf(Locale.ROOT, "  %-6s%-12s%12s%18s%22s%n", "", "", "one a call", "1,000 a call", "1,000,000 a call");
        Calculator inC = Calculator.load(c);
        Calculator inRust = Calculator.load(rust);
        for (Operation operation : Operation.values()) { // to warm up: the JIT has seen all of it before it counts
            Speed.of(operation, inC);
            Speed.of(operation, inRust);
        }
        speed("C", inC);
        speed("Rust", inRust);

        out.println("What can't be answered comes back as an exception");
        errors("C", inC);
        errors("Rust", inRust);

        Ledger.Snapshot ledger = Ledgers.random(SEED, TRANSACTIONS);
        out.printf(
                Locale.ROOT,
                "A ledger of %,d transactions with strings, tags, maps and items, read where Java built it%n",
                TRANSACTIONS);
        books("C", Bookkeeper.load(c), ledger);
        books("Rust", Bookkeeper.load(rust), ledger);

        out.println("A calculator in Java, called from Rust");
        exam();
    }

    private void speed(String language, Calculator calculator) {
        for (Operation operation : Operation.values()) {
            Speed speed = Speed.of(operation, calculator);
            out.printf(
                    Locale.ROOT,
                    "  %-6s%-12s%12.1f%18.1f%22.1f%n",
                    language,
                    operation.name().toLowerCase(Locale.ROOT),
                    speed.single(),
                    speed.batch(),
                    speed.largeBatch());
        }
    }

    private void errors(String language, Calculator calculator) {
        try (Arena arena = Arena.ofConfined()) {
            error(language, arena, calculator, Operation.DIVIDE, 40, 0);
            error(language, arena, calculator, Operation.DIVIDE, Long.MIN_VALUE, -1);
            error(language, arena, calculator, Operation.MULTIPLY, Long.MAX_VALUE, 2);

            StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 1_000);
            StructArray<Result> responses = Result.allocateArray(arena, 1_000);
            for (long i = 0; i < requests.length(); i++) {
                requests.get(i).left(i).right(700 - i);
            }
            try {
                calculator.divideBatch(requests, responses);
                throw new IllegalStateException("a division by zero has an answer");
            } catch (NativeCallException e) {
                out.printf(Locale.ROOT, "  %-6s1,000 divisions: %s%n", language, e.getMessage());
                // Those before the failure were answered.
                check(e.index() == 700 && responses.get(699).value() == 699, "divided to " + e.index());
            }
        }
    }

    private void error(
            String language, Arena arena, Calculator calculator, Operation operation, long left, long right) {
        String question = left + " " + operation.sign() + " " + right;
        Failure expected = right == 0 ? Failure.DIVISION_BY_ZERO : Failure.OVERFLOW;
        try {
            operation.call(calculator, BinaryOp.allocate(arena).left(left).right(right), Result.allocate(arena));
            throw new IllegalStateException(question + " has an answer");
        } catch (NativeCallException e) {
            Failure failure = Failure.forNumber(e.code());
            out.printf(Locale.ROOT, "  %-6s%s: %s, %s%n", language, question, failure, e.getMessage());
            check(failure == expected, question + " fails with " + failure);
        }
    }

    private void books(String language, Bookkeeper bookkeeper, Ledger.Snapshot plain) {
        try (Arena arena = Arena.ofConfined()) {
            Ledger ledger = Ledger.from(plain, arena);
            sum(language, bookkeeper, ledger, PlainBookkeeper.sumByCurrency(plain));
            audit(language, bookkeeper, ledger, PlainBookkeeper.audit(plain));
        }
    }

    private void sum(String language, Bookkeeper bookkeeper, Ledger ledger, Sums.Snapshot expected) {
        long fastest = Long.MAX_VALUE;
        Sums.Snapshot found = expected;
        for (int i = 0; i < ROUNDS; i++) {
            try (Arena arena = Arena.ofConfined()) {
                // The response points to a list, in memory that the server takes from the arena.
                Sums sums = Sums.allocate(arena);
                long start = System.nanoTime();
                bookkeeper.sumByCurrency(ledger, sums, arena);
                fastest = Math.min(fastest, System.nanoTime() - start);
                found = sums.toSnapshot();
            }
            check(found.equals(expected), "the sums are " + found);
        }
        out.printf(Locale.ROOT, "  %-6ssums by currency in %.1f ms:%n       ", language, fastest / 1e6);
        for (CurrencySum.Snapshot sum : found.currencies()) {
            out.printf(Locale.ROOT, " %s %,.2f", sum.currency(), BigDecimal.valueOf(sum.amount(), 2));
        }
        out.println();
    }

    private void audit(String language, Bookkeeper bookkeeper, Ledger ledger, List<Discrepancy.Snapshot> expected) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            List<Discrepancy.Snapshot> found = new ArrayList<>();
            long start = System.nanoTime();
            // A stream: the consumer is called for each item, which is valid until it returns.
            bookkeeper.audit(ledger, item -> found.add(item.toSnapshot()));
            fastest = Math.min(fastest, System.nanoTime() - start);
            check(found.equals(expected), "the discrepancies are " + found);
        }
        out.printf(
                Locale.ROOT,
                "  %-6saudit in %.1f ms: %d transactions contradict themselves, the first is no. %d%n",
                language,
                fastest / 1e6,
                expected.size(),
                expected.get(0).transaction());
    }

    private void exam() {
        Examiner examiner = Examiner.load(rust);
        try (Arena arena = Arena.ofConfined()) {
            Exam exam = Exam.allocate(arena).seed(SEED).questions(QUESTIONS);
            Report report = Report.allocate(arena);
            try (Arena lesson = Arena.ofConfined()) {
                Calculator.offer(new JavaCalculator(), lesson, rust);
                for (int i = 0; i < ROUNDS; i++) {
                    examiner.examine(exam, report);
                    check(
                            report.wrong() == 0 && report.right() / 2 + report.refused() == 4 * QUESTIONS,
                            "the report is\n" + report);
                }
            }
            double answers = report.right() / 2.0;
            out.printf(
                    Locale.ROOT,
                    "  Rust  asked %,d questions, and got the right answer; %,d have none, and were refused%n",
                    4 * QUESTIONS,
                    report.refused());
            out.printf(
                    Locale.ROOT,
                    "  Rust  waited %.1f ns for an answer, %.1f ns in batches%n",
                    report.nanosSingle() / answers,
                    report.nanosBatch() / answers);
            try {
                examiner.examine(exam, report);
                throw new IllegalStateException("a calculator answers that is closed");
            } catch (NativeCallException e) {
                out.printf(Locale.ROOT, "  Rust  when Java has closed it: %s%n", e.getMessage());
                check(e.code() == NativeCallException.CLOSED, "a closed calculator fails with " + e.code());
            }
        }
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException(otherwise);
        }
    }
}
