package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.calc.BinaryOp;
import dev.proto2ffi.runtime.calc.Calculator;
import dev.proto2ffi.runtime.calc.JavaCalculator;
import dev.proto2ffi.runtime.calc.Query;
import dev.proto2ffi.runtime.calc.Result;
import dev.proto2ffi.runtime.calc.Text;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in C passes the calls of Java on to a server in Java. */
class UpcallsTest {
    @TempDir
    static Path folder;

    private static Relay relay;

    private final Arena arena = Arena.ofConfined();
    private final BinaryOp request = BinaryOp.allocate(arena);
    private final Result response = Result.allocate(arena);
    private final Calculator calculator = relay.client();

    @BeforeAll
    static void load() {
        relay = Relay.load(folder);
    }

    @AfterEach
    void close() {
        relay.mode(Relay.Mode.PLAIN);
        arena.close();
    }

    private static NativeCallException failure(Runnable call) {
        return catchThrowableOfType(NativeCallException.class, call::run);
    }

    /** Has this server divide from now on. */
    private void offerDivision(BiConsumer<BinaryOp, Result> division) {
        relay.offer(
                new JavaCalculator() {
                    @Override
                    public void divide(BinaryOp request, Result response) {
                        division.accept(request, response);
                    }
                },
                arena);
    }

    @Test
    void everyFormReachesTheServer() {
        relay.offer(new JavaCalculator(), arena);
        calculator.divide(request.left(20).right(3), response);
        assertThat(response.value()).isEqualTo(6);
        calculator.push(request.left(42));
        calculator.stop(response);
        assertThat(response.value()).isEqualTo(42);
        calculator.reset();
        calculator.resetBatch(3);
        calculator.stop(response);
        assertThat(response.value()).isZero();
        List<Object> items = new ArrayList<>();
        calculator.ticks(() -> items.add("tick"));
        calculator.history(Query.allocate(arena).count(2), item -> items.add(item.value()));
        assertThat(items).containsExactly("tick", "tick", "tick", 0L, 1L);
        Text answer = Text.allocate(arena);
        calculator.build(Text.allocate(arena).text(arena, "Welt \u221e"), answer, arena);
        assertThat(answer.text()).isEqualTo("Hello Welt \u221e");
    }

    @Test
    void batchesReachTheServer() {
        relay.offer(new JavaCalculator(), arena);
        StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 100);
        StructArray<Result> responses = Result.allocateArray(arena, 100);
        for (int i = 0; i < 100; i++) {
            requests.get(i).left(4L * i).right(2);
        }
        calculator.divideBatch(requests, responses);
        assertThat(responses.get(99).value()).isEqualTo(198);
        calculator.pushBatch(requests);
        calculator.stop(response);
        assertThat(response.value()).isEqualTo(4L * 99 * 50);
        StructArray<Text> questions = Text.allocateArray(arena, 3);
        questions.forEach(text -> text.text(arena, "you"));
        StructArray<Text> answers = Text.allocateArray(arena, 3);
        calculator.buildBatch(questions, answers, arena);
        assertThat(answers.get(2).text()).isEqualTo("Hello you");

        requests.get(33).right(0);
        NativeCallException failure = failure(() -> calculator.divideBatch(requests, responses));
        assertThat(failure)
                .hasMessage("calc.Calculator.Divide: division by zero: \u221e (code 3, request 33)")
                .extracting(NativeCallException::index)
                .isEqualTo(33L);
        assertThat(failure.getCause()).hasMessage("division by zero: \u221e (code 3, request 33)");
    }

    @Test
    void anExceptionBecomesAnErrorAndItsCause() {
        IllegalStateException oops = new IllegalStateException("oops \u221e");
        offerDivision((request, response) -> {
            throw oops;
        });
        assertThat(failure(() -> calculator.divide(request, response)))
                .hasMessage("calc.Calculator.Divide: java.lang.IllegalStateException: oops \u221e (code -3 EXCEPTION)")
                .hasCause(oops);
        NativeCallException own = new NativeCallException(17, "not today");
        offerDivision((request, response) -> {
            throw own;
        });
        assertThat(failure(() -> calculator.divide(request, response)))
                .hasMessage("calc.Calculator.Divide: not today (code 17)")
                .hasCause(own);
    }

    @Test
    void anErrorThatNativeCodeSwallowsIsNobodysCauseLater() {
        AtomicReference<RuntimeException> next = new AtomicReference<>(new IllegalStateException("first"));
        offerDivision((request, response) -> {
            throw next.get();
        });
        relay.mode(Relay.Mode.SWALLOWED);
        calculator.divide(request, response);
        assertThat(response.value()).isEqualTo(NativeCallException.EXCEPTION);
        relay.mode(Relay.Mode.NULL_RESPONSE);
        assertThat(failure(() -> calculator.divide(request, response)).getCause())
                .hasMessage("response is NULL (code -1 INVALID_ARGUMENT)");
    }

    @Test
    void anErrorThatNativeCodeSwallowsIsNotToldLater() {
        offerDivision((request, response) -> {
            throw new NativeCallException(17, "not today");
        });
        relay.mode(Relay.Mode.FORGIVEN);
        calculator.divide(request, response);
        assertThat(response.value()).isEqualTo(17);
        relay.mode(Relay.Mode.NO_ERROR); // the same code, without a message
        assertThat(failure(() -> calculator.divide(request, response)).detail())
                .isEqualTo("it failed without a message");
    }

    @Test
    void nobodyNeedsToTakeTheError() {
        offerDivision((request, response) -> {
            throw new NativeCallException(17, "not today");
        });
        relay.mode(Relay.Mode.NO_ERROR);
        assertThat(failure(() -> calculator.divide(request, response)))
                .hasMessage("calc.Calculator.Divide: it failed without a message (code 17)");
    }

    @Test
    void argumentsThatCannotBeAreRefused() {
        List<String> calls = new ArrayList<>();
        offerDivision((request, response) -> calls.add("called"));
        StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 4);
        StructArray<Result> responses = Result.allocateArray(arena, 4);
        refused(Relay.Mode.NULL_REQUEST, "request is NULL", () -> calculator.divide(request, response));
        refused(Relay.Mode.NULL_RESPONSE, "response is NULL", () -> calculator.divide(request, response));
        refused(Relay.Mode.MISALIGNED, "request is misaligned: 0x", () -> calculator.divide(request, response));
        refused(Relay.Mode.OVERLAPPING, "request and response overlap", () -> calculator.divide(request, response));
        refused(
                Relay.Mode.NULL_RESPONSE,
                "array of responses is NULL",
                () -> calculator.divideBatch(requests, responses));
        refused(
                Relay.Mode.OVERLAPPING,
                "request and response overlap",
                () -> calculator.divideBatch(requests, responses));
        refused(
                Relay.Mode.MISALIGNED,
                "reach beyond the end of memory",
                () -> calculator.divideBatch(requests, responses));
        refused(
                Relay.Mode.NULL_RESPONSE,
                "stream is NULL",
                () -> calculator.history(Query.allocate(arena), item -> calls.add("item")));
        refused(
                Relay.Mode.NO_ALLOCATOR,
                "allocator is NULL",
                () -> calculator.build(Text.allocate(arena), Text.allocate(arena), arena));
        relay.mode(Relay.Mode.EMPTY_BATCH);
        calculator.divideBatch(requests, responses);
        assertThat(calls).isEmpty();
    }

    private static void refused(Relay.Mode mode, String why, Runnable call) {
        relay.mode(mode);
        NativeCallException failure = failure(call);
        assertThat(failure.code()).isEqualTo(NativeCallException.INVALID_ARGUMENT);
        assertThat(failure.detail()).contains(why);
    }

    @Test
    void aThreadThatJavaDidNotStartMayCall() {
        List<Thread> threads = new ArrayList<>();
        offerDivision((request, response) -> {
            threads.add(Thread.currentThread());
            try (Arena own = Arena.ofConfined()) { // and may make calls of its own
                Result sum = Result.allocate(own);
                NATIVE.add(request, sum);
                if (sum.value() < 0) {
                    throw new NativeCallException(5, "negative");
                }
                response.value(sum.value());
            }
        });
        relay.mode(Relay.Mode.OTHER_THREAD);
        for (int i = 0; i < 3; i++) {
            calculator.divide(request.left(i).right(1), response);
            assertThat(response.value()).isEqualTo(i + 1L);
        }
        assertThat(failure(() -> calculator.divide(request.left(-9).right(1), response)))
                .hasMessage("calc.Calculator.Divide: negative (code 5)")
                .as("of another thread")
                .hasNoCause();
        assertThat(threads).hasSize(12).doesNotContain(Thread.currentThread());
    }

    private static final Calculator NATIVE = nativeServer();

    private static Calculator nativeServer() {
        try {
            return Calculator.load(CalcLibrary.load(java.nio.file.Files.createTempDirectory("p2f-test-"), "calc"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void afterTheArenaClosedACallIsAnErrorThroughCopiesOfTheTable() {
        Arena own = Arena.ofConfined();
        relay.offer(new JavaCalculator(), own);
        calculator.divide(request.left(4).right(2), response);
        own.close();
        assertThat(failure(() -> calculator.divide(request, response)))
                .hasMessage("calc.Calculator.Divide: calc.Calculator.Divide: the Java implementation is closed,"
                        + " since the arena of its table is (code -4 CLOSED)");
        assertThat(failure(calculator::reset).code()).isEqualTo(NativeCallException.CLOSED);
        relay.offer(new JavaCalculator(), arena); // which may get the same place in the registry
        calculator.divide(request.left(4).right(2), response);
        assertThat(response.value()).isEqualTo(2);
    }

    @Test
    void theTableIsWhatNativeCodeGets() {
        ServiceTable table = Calculator.upcalls(new JavaCalculator(), arena);
        assertThat(table.segment().byteSize()).isEqualTo(15 * 8);
        assertThat(table.address()).isEqualTo(table.segment().address());
        assertThat(table.segment().isReadOnly()).isTrue();
        assertThat(table.serviceType()).isSameAs(Calculator.SERVICE);
        table.passTo(relay.accept());
        assertThat(relay.table()).isEqualTo(table.address());
        calculator.divide(request.left(4).right(2), response);
        assertThat(response.value()).isEqualTo(2);
    }

    @Test
    void aRefusedServerIsNeverCalled() {
        relay.mode(Relay.Mode.NO_ERROR); // keeps a copy, and refuses
        assertThat(failure(() -> relay.offer(new JavaCalculator(), arena)))
                .hasMessage("calc.Calculator.accept: no more servers (code 12)");
        relay.mode(Relay.Mode.PLAIN);
        assertThat(failure(() -> calculator.divide(request, response)).code()).isEqualTo(NativeCallException.CLOSED);
    }

    @Test
    void messagesAreValidDuringTheCallOnly() {
        AtomicReference<BinaryOp> keptRequest = new AtomicReference<>();
        AtomicReference<Result> keptResponse = new AtomicReference<>();
        AtomicReference<java.lang.foreign.MemorySegment> keptSegment = new AtomicReference<>();
        offerDivision((request, response) -> {
            keptRequest.set(request);
            keptResponse.set(response);
            keptSegment.set(request.structSegment());
            response.value(request.left());
        });
        calculator.divide(request.left(5), response);
        assertThat(response.value()).isEqualTo(5);
        assertThatThrownBy(() -> keptRequest.get().left()).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> keptResponse.get().value(1)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> NATIVE.divide(keptRequest.get(), response)).isInstanceOf(IllegalStateException.class);
        assertThat(keptSegment.get().scope().isAlive()).isEqualTo(!Checks.ON);
    }

    @Test
    void arraysAreValidDuringTheCallOnly() {
        AtomicReference<StructArray<BinaryOp>> kept = new AtomicReference<>();
        relay.offer(
                new JavaCalculator() {
                    @Override
                    public void divideBatch(StructArray<BinaryOp> requests, StructArray<Result> responses) {
                        kept.set(requests);
                        responses.get(1).value(requests.get(1).left());
                    }
                },
                arena);
        StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 2);
        StructArray<Result> responses = Result.allocateArray(arena, 2);
        requests.get(1).left(8);
        calculator.divideBatch(requests, responses);
        assertThat(responses.get(1).value()).isEqualTo(8);
        assumeFalse(Access.RAW, "raw mode trusts its user");
        assertThatThrownBy(() -> kept.get().get(0).left()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void allocatorAndStreamAreValidDuringTheCallOnly() throws InterruptedException {
        AtomicReference<SegmentAllocator> keptAllocator = new AtomicReference<>();
        AtomicReference<Consumer<? super Result>> keptItems = new AtomicReference<>();
        List<Throwable> thrown = new ArrayList<>();
        relay.offer(
                new JavaCalculator() {
                    @Override
                    public void build(Text request, Text response, SegmentAllocator allocator) {
                        keptAllocator.set(allocator);
                        inAnotherThread(() -> allocator.allocate(8, 8), thrown);
                    }

                    @Override
                    public void history(Query request, Consumer<? super Result> items) {
                        keptItems.set(items);
                        inAnotherThread(() -> items.accept(Result.allocate(Arena.ofAuto())), thrown);
                    }
                },
                arena);
        calculator.build(Text.allocate(arena), Text.allocate(arena), arena);
        calculator.history(Query.allocate(arena), item -> thrown.add(new AssertionError(item)));
        assertThat(thrown).hasSize(2).hasOnlyElementsOfType(WrongThreadException.class);
        assertThatThrownBy(() -> keptAllocator.get().allocate(8, 8)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keptItems.get().accept(response)).isInstanceOf(IllegalStateException.class);
    }

    private static void inAnotherThread(Runnable action, List<Throwable> thrown) {
        Thread thread = new Thread(() -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                thrown.add(e);
            }
        });
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whyAnAllocatorHadNoMemoryIsTheCauseOfTheCause() {
        relay.offer(new JavaCalculator(), arena);
        IllegalStateException full = new IllegalStateException("full");
        NativeCallException failure = failure(() ->
                calculator.build(Text.allocate(arena).text(arena, "x"), Text.allocate(arena), (size, alignment) -> {
                    throw full;
                }));
        assertThat(failure.code()).isEqualTo(NativeCallException.OUT_OF_MEMORY);
        assertThat(failure.detail()).contains("the caller's allocator has no memory for 7 bytes");
        assertThat(failure.getCause()).isInstanceOf(OutOfMemoryError.class).hasCause(full);
    }

    @Test
    void nativeCodeNeverGetsNullForAnItem() {
        relay.offer(
                new JavaCalculator() {
                    @Override
                    public void history(Query request, Consumer<? super Result> items) {
                        items.accept(null);
                    }
                },
                arena);
        NativeCallException failure = failure(() -> calculator.history(Query.allocate(arena), item -> {}));
        assertThat(failure.code()).isEqualTo(NativeCallException.EXCEPTION);
        assertThat(failure.getCause()).isInstanceOf(NullPointerException.class).hasMessage("calc.Calculator.History");
    }

    @Test
    void aConsumerThatWantsNoMoreStopsTheServer() {
        List<String> told = new ArrayList<>();
        relay.offer(
                new JavaCalculator() {
                    @Override
                    public void history(Query request, Consumer<? super Result> items) {
                        Result item = Result.allocate(Arena.ofAuto());
                        for (int i = 0; i < 5; i++) {
                            try {
                                items.accept(item.value(i));
                            } catch (NativeCallException e) {
                                told.add(i + " " + e.getMessage());
                            }
                        }
                    }
                },
                arena);
        IllegalStateException enough = new IllegalStateException("enough");
        assertThatThrownBy(() -> calculator.history(Query.allocate(arena), item -> {
                    if (item.value() == 2) {
                        throw enough;
                    }
                }))
                .isSameAs(enough)
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
        String cancelled = " the receiver of the stream wants no more items (code -5 CANCELLED)";
        assertThat(told).containsExactly("2" + cancelled, "3" + cancelled, "4" + cancelled);
    }

    @Test
    void callsAndUpcallsMayBeDeepInEachOther() {
        List<String> messages = new ArrayList<>();
        offerDivision((request, response) -> {
            long level = request.left();
            try (Arena own = Arena.ofConfined()) {
                if (level == 0) {
                    throw new NativeCallException(99, "the bottom");
                }
                BinaryOp inner = BinaryOp.allocate(own).left(level - 1);
                Result result = Result.allocate(own);
                NativeCallException failure = failure(() -> calculator.divide(inner, result));
                messages.add(level + " " + failure.getMessage());
                NATIVE.add(inner.left(level).right(0), result); // and the errors of other calls don't meet those
                assertThat(failure(() -> NATIVE.divide(inner.right(0), result)).code())
                        .isEqualTo(3);
                throw failure;
            }
        });
        NativeCallException failure = failure(() -> calculator.divide(request.left(4), response));
        assertThat(failure).hasMessage("calc.Calculator.Divide: the bottom (code 99)");
        assertThat(messages)
                .containsExactly(
                        "1 calc.Calculator.Divide: the bottom (code 99)",
                        "2 calc.Calculator.Divide: the bottom (code 99)",
                        "3 calc.Calculator.Divide: the bottom (code 99)",
                        "4 calc.Calculator.Divide: the bottom (code 99)");
        int causes = 0;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            causes++;
        }
        assertThat(causes).as("the exceptions of all levels").isEqualTo(5);
    }

    @Test
    void anArenaOfTheCallerCannotBeClosedByTheServer() {
        assumeFalse(Access.RAW, "raw mode trusts its user");
        Arena own = Arena.ofConfined();
        BinaryOp op = BinaryOp.allocate(own);
        offerDivision((request, response) -> own.close());
        assertThat(failure(() -> calculator.divide(op, response)))
                .hasMessageContaining("java.lang.IllegalStateException")
                .hasCauseInstanceOf(IllegalStateException.class);
        op.left(1);
        own.close();
    }

    @Test
    void aServerMayCloseItsOwnTable() {
        Arena own = Arena.ofShared();
        relay.offer(
                new JavaCalculator() {
                    @Override
                    public void divide(BinaryOp request, Result response) {
                        own.close();
                        response.value(request.left());
                    }
                },
                own);
        calculator.divide(request.left(3), response);
        assertThat(response.value()).isEqualTo(3);
        assertThat(failure(() -> calculator.divide(request, response)).code()).isEqualTo(NativeCallException.CLOSED);
    }

    @Test
    void endlessRecursionIsAnErrorAndNotTheEnd() {
        offerDivision((request, response) -> calculator.divide(this.request, this.response));
        NativeCallException failure = failure(() -> calculator.divide(request, response));
        assertThat(failure.code()).isEqualTo(NativeCallException.EXCEPTION);
        assertThat(failure.detail()).contains("StackOverflowError");
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        assertThat(root).isInstanceOf(StackOverflowError.class);
        offerDivision((request, response) -> response.value(7));
        calculator.divide(request, response);
        assertThat(response.value()).as("a call after that").isEqualTo(7);
    }

    @Test
    void endlessRecursionOfTheServerAloneIsAnErrorToo() {
        offerDivision((request, response) -> recurse(0));
        for (int i = 0; i < 3; i++) {
            assertThat(failure(() -> calculator.divide(request, response)).getCause())
                    .isInstanceOf(StackOverflowError.class);
        }
    }

    private static int recurse(int level) {
        return level < 0 ? 0 : recurse(level + 1) + 1;
    }

    @Test
    void noMemoryIsAnError() {
        offerDivision((request, response) -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThat(failure(() -> calculator.divide(request, response)))
                .hasMessage(
                        "calc.Calculator.Divide: java.lang.OutOfMemoryError: Java heap space (code -6 OUT_OF_MEMORY)");
    }

    @Test
    void anExceptionWhoseMessageFailsIsStillAnError() {
        offerDivision((request, response) -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException("twice");
                }
            };
        });
        assertThat(failure(() -> calculator.divide(request, response)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(NativeCallException.EXCEPTION))
                .satisfies(e -> assertThat(e.detail()).contains("no memory or stack to say how"));
    }

    @Test
    void tablesLeaveNothingBehind() {
        relay.offer(new JavaCalculator(), arena);
        int places = Tickets.places();
        for (int i = 0; i < 10_000; i++) {
            try (Arena own = Arena.ofConfined()) {
                Calculator.upcalls(new JavaCalculator(), own);
            }
        }
        assertThat(Tickets.places()).isLessThanOrEqualTo(places + 1);
        assumeTrue(Tickets.find(0) == null);
    }
}
