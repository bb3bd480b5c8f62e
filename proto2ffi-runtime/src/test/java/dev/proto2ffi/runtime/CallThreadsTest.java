package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.proto2ffi.runtime.calc.BinaryOp;
import dev.proto2ffi.runtime.calc.Calculator;
import dev.proto2ffi.runtime.calc.JavaCalculator;
import dev.proto2ffi.runtime.calc.Query;
import dev.proto2ffi.runtime.calc.Result;
import dev.proto2ffi.runtime.calc.Text;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls in both directions by many threads. {@code -Dproto2ffi.callSeconds=60} makes it a minute. */
class CallThreadsTest {
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("proto2ffi.callSeconds", 2));
    private static final int THREADS = 8;
    private static final long PAUSE = 20_000; // ns

    @TempDir
    static Path folder;

    private static Calculator calculator;
    private static Relay relay;
    private static final Arena SERVERS = Arena.ofShared();

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void load() {
        calculator = Calculator.load(CalcLibrary.load(folder, "calc"));
        relay = Relay.load(folder);
        relay.offer(new Nested(), SERVERS);
    }

    @AfterAll
    static void close() {
        SERVERS.close();
    }

    @AfterEach
    void restore() {
        relay.mode(Relay.Mode.PLAIN);
    }

    /** Divides by calling native code, and fails in words that tell the request. */
    private static final class Nested extends JavaCalculator {
        @Override
        public void divide(BinaryOp request, Result response) {
            if (request.right() == 0) {
                NativeCallException inner =
                        catchThrowableOfType(NativeCallException.class, () -> calculator.divide(request, response));
                throw new IllegalStateException(request.left() + " by zero", inner);
            }
            calculator.divide(request, response);
        }
    }

    private Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (Throwable e) {
                failures.add(e);
            }
        };
    }

    private void check(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    /** Does one thing of all kinds, and checks it. */
    private static void round(Arena arena, SplittableRandom random, BinaryOp request, Result response) {
        long left = random.nextLong(1_000_000);
        long right = random.nextLong(1, 1_000);
        request.left(left).right(right);
        switch (random.nextInt(7)) {
            case 0 -> {
                calculator.add(request, response);
                assertThat(response.value()).isEqualTo(left + right);
            }
            case 1 -> {
                calculator.divide(request, response);
                assertThat(response.value()).isEqualTo(left / right);
            }
            case 2 -> {
                relay.client().divide(request, response);
                assertThat(response.value()).isEqualTo(left / right);
            }
            case 3 -> divideByZero(relay.client(), request.right(0), response);
            case 4 -> {
                AtomicLong sum = new AtomicLong();
                relay.client().history(Query.allocate(arena).count(5), item -> {
                    calculator.add(request.left(item.value()).right(1), response);
                    sum.addAndGet(response.value());
                });
                assertThat(sum).hasValue(15);
            }
            case 5 -> {
                Text answer = Text.allocate(arena);
                relay.client().build(Text.allocate(arena).text(arena, "no. " + left), answer, arena);
                assertThat(answer.text()).isEqualTo("Hello no. " + left);
            }
            default -> {
                StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 2000);
                StructArray<Result> responses = Result.allocateArray(arena, 2000);
                requests.forEach(op -> op.left(left).right(right));
                calculator.addBatch(requests, responses);
                assertThat(responses.get(1999).value()).isEqualTo(left + right);
            }
        }
    }

    private static void divideByZero(Calculator server, BinaryOp request, Result response) {
        NativeCallException failure =
                catchThrowableOfType(NativeCallException.class, () -> server.divide(request, response));
        assertThat(failure.detail()).isEqualTo("java.lang.IllegalStateException: " + request.left() + " by zero");
        assertThat(failure.getCause()).hasMessage(request.left() + " by zero");
        assertThat(failure.getCause().getCause())
                .hasMessage("calc.Calculator.Divide: division by zero: \u221e (code 3)");
    }

    private static void rounds(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        try (Arena arena = Arena.ofConfined()) {
            BinaryOp request = BinaryOp.allocate(arena);
            Result response = Result.allocate(arena);
            for (int i = 0; i < count; i++) {
                round(arena, random, request, response);
            }
        }
    }

    private static List<Thread> start(int count, boolean virtual, LongConsumer action, CallThreadsTest test) {
        List<Thread> threads = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long seed = i;
            Runnable body = test.guarded(() -> action.accept(seed));
            threads.add(
                    virtual
                            ? Thread.ofVirtual().start(body)
                            : Thread.ofPlatform().start(body));
        }
        return threads;
    }

    @Test
    void eightThreadsCallForAWhile() throws InterruptedException {
        long end = System.nanoTime() + LENGTH.toNanos();
        check(start(
                THREADS,
                false,
                seed -> {
                    for (long part = 0; System.nanoTime() < end; part++) {
                        rounds(31 * part + seed, 200);
                    }
                },
                this));
    }

    @Test
    void moreThreadsThanPlacesCall() throws InterruptedException {
        check(start(300, false, seed -> rounds(seed, 20), this));
    }

    @Test
    void virtualThreadsCall() throws InterruptedException {
        check(start(500, true, seed -> rounds(seed, 20), this));
    }

    @Test
    void threadsThatDiedLeaveTheirPlacesToOthers() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            check(start(1, false, seed -> rounds(seed, 2), this));
        }
    }

    @Test
    void threadsThatJavaDidNotStartCall() throws InterruptedException {
        relay.mode(Relay.Mode.OTHER_THREAD);
        check(start(
                THREADS,
                false,
                seed -> {
                    try (Arena arena = Arena.ofShared()) {
                        BinaryOp request = BinaryOp.allocate(arena).right(7);
                        Result response = Result.allocate(arena);
                        for (int i = 0; i < 100; i++) {
                            relay.client().divide(request.left(seed * 100 + i), response);
                            assertThat(response.value()).isEqualTo((seed * 100 + i) / 7);
                        }
                        NativeCallException failure = catchThrowableOfType(
                                NativeCallException.class,
                                () -> relay.client().divide(request.left(seed).right(0), response));
                        assertThat(failure.detail()).isEqualTo("java.lang.IllegalStateException: " + seed + " by zero");
                    }
                },
                this));
    }

    @Test
    void memoryIsNeverFreedUnderACall() throws InterruptedException {
        assumeFalse(Access.RAW, "raw mode trusts its user");
        for (int i = 0; i < 50; i++) {
            Arena arena = Arena.ofShared();
            BinaryOp request = BinaryOp.allocate(arena).left(1).right(2);
            Result response = Result.allocate(arena);
            StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 5_000);
            StructArray<Result> responses = Result.allocateArray(arena, 5_000);
            AtomicBoolean closed = new AtomicBoolean();
            List<Thread> threads = start(
                    2,
                    false,
                    seed -> {
                        try {
                            while (!closed.get()) {
                                calculator.add(request, response);
                                calculator.divide(request, response);
                                calculator.addBatch(requests, responses);
                                LockSupport.parkNanos(PAUSE); // or the arena could never be closed
                            }
                        } catch (IllegalStateException e) {
                            assertThat(arena.scope().isAlive()).as("%s", e).isFalse();
                        }
                    },
                    this);
            while (!closed.get()) {
                try {
                    arena.close();
                    closed.set(true);
                } catch (IllegalStateException e) {
                    Thread.onSpinWait(); // a call is using it
                }
            }
            check(threads);
        }
    }

    @Test
    void aTableMayBeClosedWhileOthersCall() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            Arena own = Arena.ofShared();
            relay.offer(new Nested(), own);
            List<Thread> threads = start(
                    3,
                    false,
                    seed -> {
                        try (Arena arena = Arena.ofConfined()) {
                            BinaryOp request = BinaryOp.allocate(arena).left(6).right(2);
                            Result response = Result.allocate(arena);
                            while (true) {
                                relay.client().divide(request, response);
                                assertThat(response.value()).isEqualTo(3);
                            }
                        } catch (NativeCallException e) {
                            assertThat(e.code()).isEqualTo(NativeCallException.CLOSED);
                        }
                    },
                    this);
            own.close();
            check(threads);
        }
        relay.offer(new Nested(), SERVERS);
    }
}
