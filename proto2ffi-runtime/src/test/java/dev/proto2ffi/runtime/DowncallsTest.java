package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.proto2ffi.runtime.calc.BinaryOp;
import dev.proto2ffi.runtime.calc.Calculator;
import dev.proto2ffi.runtime.calc.Query;
import dev.proto2ffi.runtime.calc.Result;
import dev.proto2ffi.runtime.calc.Text;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Java calls a server in C. */
class DowncallsTest {
    @TempDir
    static Path folder;

    private static Calculator calculator;

    private final Arena arena = Arena.ofConfined();
    private final BinaryOp request = BinaryOp.allocate(arena);
    private final Result response = Result.allocate(arena);

    @BeforeAll
    static void load() {
        calculator = Calculator.load(CalcLibrary.load(folder, "calc"));
    }

    @AfterEach
    void close() {
        arena.close();
    }

    /** Where messages may come from. */
    enum Memory {
        CONFINED {
            @Override
            Arena open() {
                return Arena.ofConfined();
            }
        },
        SHARED {
            @Override
            Arena open() {
                return Arena.ofShared();
            }
        };

        abstract Arena open();
    }

    private NativeCallException failure(Runnable call) {
        return catchThrowableOfType(NativeCallException.class, call::run);
    }

    @ParameterizedTest
    @EnumSource
    void messagesOfAnyMemoryArePassed(Memory memory) {
        try (Arena own = memory.open()) {
            StructArray<BinaryOp> requests = BinaryOp.allocateArray(own, 3);
            StructArray<Result> responses = Result.allocateArray(own, 3);
            BinaryOp second = requests.get(1).left(20).right(3);
            calculator.add(second, responses.get(2));
            assertThat(responses.get(2).value()).isEqualTo(23);
            calculator.divide(second, responses.get(1));
            assertThat(responses.get(1).value()).isEqualTo(6);
            assertThat(responses.get(0).value()).isZero();
            calculator.add(second, response); // of another arena
            assertThat(response.value()).isEqualTo(23);
        }
    }

    @Test
    void messagesOfPoolsArePassed() {
        try (StructPool<BinaryOp> confined = StructPool.ofConfined(BinaryOp.TYPE, 2);
                StructPool<Result> shared = StructPool.ofShared(Result.TYPE, 2)) {
            BinaryOp op = confined.acquire().left(1).right(2);
            Result result = shared.acquire();
            calculator.add(op, result);
            assertThat(result.value()).isEqualTo(3);
            calculator.divide(op, result);
            assertThat(result.value()).isZero();
            confined.release(op);
            shared.release(result);
        }
    }

    @Test
    void formsWithoutOneOrBothMessagesArePassed() {
        calculator.reset();
        calculator.push(request.left(40));
        calculator.push(request.left(2));
        calculator.stop(response);
        assertThat(response.value()).isEqualTo(42);
        calculator.resetBatch(5);
        calculator.stop(response);
        assertThat(response.value()).isEqualTo(-5);
        calculator.resetBatch(0);
        calculator.stop(response);
        assertThat(response.value()).isEqualTo(-5);
        calculator.reset();
        StructArray<BinaryOp> many = BinaryOp.allocateArray(arena, 10);
        many.forEach(op -> op.left(7));
        calculator.pushBatch(many);
        calculator.stop(response);
        assertThat(response.value()).isEqualTo(70);
        List<String> ticks = new ArrayList<>();
        calculator.ticks(() -> ticks.add("tick"));
        assertThat(ticks).hasSize(3);
    }

    @Test
    void anErrorHasCodeAndMessage() {
        assertThat(failure(() -> calculator.divide(request.left(1).right(0), response)))
                .hasMessage("calc.Calculator.Divide: division by zero: \u221e (code 3)")
                .hasNoCause()
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(3);
                    assertThat(e.index()).isEqualTo(-1);
                    assertThat(e.function()).isEqualTo("calc.Calculator.Divide");
                });
        assertThat(failure(() -> calculator.add(request.left(Long.MAX_VALUE).right(1), response)))
                .hasMessage("calc.Calculator.Add: the sum overflows (code 1)");
    }

    @Test
    void aMessageOfAnEarlierCallIsNeverTold() {
        failure(() -> calculator.divide(request.left(1).right(0), response));
        assertThat(failure(() -> calculator.divide(request.left(-1).right(0), response)))
                .hasMessage("calc.Calculator.Divide: it failed without a message (code 77)");
        calculator.divide(request.left(-3).right(0), response); // writes an error, and succeeds
        assertThat(failure(() -> calculator.divide(request.left(-1).right(0), response)))
                .hasMessage("calc.Calculator.Divide: it failed without a message (code 77)");
    }

    @Test
    void aMessageThatEndsInHalfACharacterOrNowhereIsReadAsFarAsItGoes() {
        assertThat(failure(() -> calculator.divide(request.left(-2).right(0), response))
                        .detail())
                .isEqualTo("\u00e4".repeat(247) + "\ufffd");
        assertThat(failure(() -> calculator.divide(request.left(-4).right(0), response))
                        .detail())
                .isEqualTo("x".repeat(496));
    }

    @ParameterizedTest
    @EnumSource
    void batchesOfAnyLengthAreAnswered(Memory memory) {
        try (Arena own = memory.open()) {
            for (int length : new int[] {1, 7, 1023, 1024, 1025, 5000}) {
                StructArray<BinaryOp> requests = BinaryOp.allocateArray(own, length);
                StructArray<Result> responses = Result.allocateArray(own, length);
                for (int i = 0; i < length; i++) {
                    requests.get(i).left(10L * i).right(2);
                }
                calculator.addBatch(requests, responses);
                for (int i = 0; i < length; i++) {
                    assertThat(responses.get(i).value()).isEqualTo(10L * i + 2);
                }
                calculator.divideBatch(requests, responses);
                for (int i = 0; i < length; i++) {
                    assertThat(responses.get(i).value()).isEqualTo(5L * i);
                }
            }
        }
    }

    @Test
    void aBatchSaysWhichRequestFailed() {
        StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 3000);
        StructArray<Result> responses = Result.allocateArray(arena, 3000);
        requests.forEach(op -> op.left(6).right(2));
        requests.get(2100).left(Long.MAX_VALUE);
        assertThat(failure(() -> calculator.addBatch(requests, responses)))
                .hasMessage("calc.Calculator.Add: the sum overflows (code 1, request 2100)")
                .extracting(NativeCallException::index)
                .isEqualTo(2100L);
        assertThat(responses.get(2099).value()).isEqualTo(8);
        assertThat(responses.get(2101).value()).isZero();
        requests.get(17).right(0);
        assertThat(failure(() -> calculator.divideBatch(requests, responses)).index())
                .isEqualTo(17);
        assertThat(responses.get(16).value()).isEqualTo(3);
        requests.get(17).left(-1); // fails without saying anything
        assertThat(failure(() -> calculator.divideBatch(requests, responses)))
                .hasMessage("calc.Calculator.Divide: it failed without a message (code 77, request 17)");
    }

    @Test
    void anEmptyBatchCallsNobody() {
        StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 0);
        StructArray<Result> responses = Result.allocateArray(arena, 0);
        calculator.addBatch(requests, responses);
        calculator.divideBatch(requests, responses);
        calculator.pushBatch(requests);
        StructArray<Text> none = Text.allocateArray(arena, 0);
        calculator.buildBatch(none, none, arena);
    }

    /** Taken for the absence of a message that the function does have, a null would move all arguments behind it. */
    @Test
    void nullForAMessageNeverReachesNativeCode() {
        StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 2);
        StructArray<Result> responses = Result.allocateArray(arena, 2);
        StructArray<Text> texts = Text.allocateArray(arena, 2);
        for (Runnable call : List.<Runnable>of(
                () -> calculator.add(null, response),
                () -> calculator.add(request, null),
                () -> calculator.divide(null, response),
                () -> calculator.divide(request, null),
                () -> calculator.push(null),
                () -> calculator.stop(null),
                () -> calculator.addBatch(requests, null),
                () -> calculator.addBatch(null, responses),
                () -> calculator.divideBatch(requests, null),
                () -> calculator.divideBatch(null, responses),
                () -> calculator.pushBatch(null),
                () -> calculator.history(null, item -> {}),
                () -> calculator.build(null, texts.get(0), arena),
                () -> calculator.build(texts.get(0), null, arena),
                () -> calculator.buildBatch(null, texts, arena),
                () -> calculator.buildBatch(texts, null, arena))) {
            assertThatThrownBy(call::run).isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void batchesOfUnequalLengthsAreRefused() {
        StructArray<BinaryOp> requests = BinaryOp.allocateArray(arena, 3);
        StructArray<Result> responses = Result.allocateArray(arena, 4);
        for (Runnable call : List.<Runnable>of(
                () -> calculator.addBatch(requests, responses), () -> calculator.divideBatch(requests, responses))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("3 requests")
                    .hasMessageContaining("4 responses");
        }
        assertThatThrownBy(() -> calculator.resetBatch(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResponseThatPointsToMemoryGetsItFromTheAllocator() {
        Text question = Text.allocate(arena).text(arena, "World");
        Text answer = Text.allocate(arena);
        try (Arena own = Arena.ofConfined()) {
            calculator.build(question, answer, own);
            assertThat(answer.text()).isEqualTo("Hello World");
        }
        StructArray<Text> questions = Text.allocateArray(arena, 20);
        StructArray<Text> answers = Text.allocateArray(arena, 20);
        for (int i = 0; i < 20; i++) {
            questions.get(i).text(arena, "no. " + i);
        }
        try (ScratchArena scratch = ScratchArena.builder().build()) {
            calculator.buildBatch(questions, answers, scratch);
            assertThat(answers.get(19).text()).isEqualTo("Hello no. 19");
        }
    }

    @Test
    void whyAnAllocatorHadNoMemoryIsTheCause() {
        Text question = Text.allocate(arena).text(arena, "World");
        Text answer = Text.allocate(arena);
        IllegalStateException full = new IllegalStateException("full");
        SegmentAllocator none = (size, alignment) -> {
            throw full;
        };
        assertThat(failure(() -> calculator.build(question, answer, none)))
                .hasMessage("calc.Calculator.Build: no memory for the text (code -6 OUT_OF_MEMORY)")
                .hasCause(full);
        assertThat(failure(() -> calculator.build(
                        question, answer, (size, alignment) -> MemorySegment.ofArray(new byte[(int) size]))))
                .hasRootCauseMessage(
                        "memory of a response: the segment is on the Java heap, which native code can't see;"
                                + " allocate it from an Arena, such as Arena.ofConfined()");
        calculator.build(question, answer, arena);
        assertThat(failure(() -> calculator.divide(request.left(1).right(0), response)))
                .as("an error after that")
                .hasNoCause();
        assertThatThrownBy(() -> calculator.build(question, answer, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void anAllocatorIsLentForTheCallAndToItsThread() {
        Text answer = Text.allocate(arena);
        assertThat(failure(() -> calculator.build(Text.allocate(arena).text(arena, "thread"), answer, arena)))
                .hasMessage("calc.Calculator.Build: another thread got no memory (code 8)");
        Text kept = Text.allocate(arena).text(arena, "kept");
        calculator.build(Text.allocate(arena).text(arena, "x"), answer, (size, alignment) -> {
            calculator.build(
                    kept, Text.allocate(arena), arena); // from within an upcall, so with an allocator of its own
            return arena.allocate(size, alignment);
        });
        calculator.build(kept, answer, arena); // the server asks the one that it kept, and gets nothing
        assertThat(answer.text()).isEqualTo("Hello x");
    }

    @Test
    void aStreamBringsItsItems() {
        Query query = Query.allocate(arena).count(1000);
        List<Long> items = new ArrayList<>();
        AtomicReference<Result> kept = new AtomicReference<>();
        calculator.history(query, item -> {
            items.add(item.value());
            kept.set(item);
        });
        assertThat(items).hasSize(1000).startsWith(0L, 1L).endsWith(999L);
        assertThatThrownBy(() -> kept.get().value())
                .isInstanceOfAny(IndexOutOfBoundsException.class, IllegalStateException.class);
    }

    @Test
    void whatAConsumerThrowsEndsTheStreamAndIsThrownOn() {
        for (int mode = 0; mode <= 2; mode++) {
            calculator.reset();
            Query query = Query.allocate(arena).count(10).mode(mode);
            List<Long> items = new ArrayList<>();
            Exception enough = new Exception("enough");
            assertThatThrownBy(() -> calculator.history(query, item -> {
                        items.add(item.value());
                        if (items.size() == 3) {
                            throw Thrown.asItIs(enough);
                        }
                    }))
                    .isSameAs(enough)
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(e.getSuppressed().length));
            assertThat(items).containsExactly(0L, 1L, 2L);
            calculator.stop(response);
            assertThat(response.value()).as("items refused in mode %s", mode).isEqualTo(mode == 2 ? 8 : 0);
            assertThat(enough.getSuppressed()).hasSize(mode == 1 ? 1 : 0);
        }
    }

    @Test
    void itemsThatCannotBeAreRefused() {
        List<Result> items = new ArrayList<>();
        assertThat(failure(() -> calculator.history(Query.allocate(arena).mode(3), items::add)))
                .hasMessage("calc.Calculator.History: NULL was refused (code -1 INVALID_ARGUMENT)");
        assertThat(failure(() -> calculator.history(Query.allocate(arena).mode(4), items::add)))
                .hasMessage("calc.Calculator.History: a misaligned item was refused (code -1 INVALID_ARGUMENT)");
        assertThat(failure(() -> calculator.history(Query.allocate(arena).mode(5), items::add)))
                .hasMessage("calc.Calculator.History: another thread was refused (code -1 INVALID_ARGUMENT)");
        calculator.history(Query.allocate(arena).mode(6), items::add);
        calculator.stop(response);
        assertThat(response.value()).as("an item after the call").isEqualTo(NativeCallException.CLOSED);
        assertThat(items).isEmpty();
    }

    @Test
    void aConsumerMayCallAndStreamsMayNest() {
        List<Long> items = new ArrayList<>();
        calculator.history(Query.allocate(arena).count(3), outer -> {
            calculator.history(Query.allocate(arena).count(2), inner -> {
                items.add(10 * outer.value() + inner.value());
                assertThat(failure(() -> calculator.divide(request.left(1).right(0), response)))
                        .hasMessageContaining("division by zero");
            });
            calculator.add(request.left(outer.value()).right(100), response);
            items.add(response.value());
        });
        assertThat(items).containsExactly(0L, 1L, 100L, 10L, 11L, 101L, 20L, 21L, 102L);
    }

    @Test
    void memoryThatWasClosedIsRefused() {
        Arena gone = Arena.ofConfined();
        BinaryOp op = BinaryOp.allocate(gone);
        StructArray<BinaryOp> ops = BinaryOp.allocateArray(gone, 2);
        gone.close();
        assumeFalse(Access.RAW, "raw mode trusts its user");
        for (Runnable call : List.<Runnable>of(
                () -> calculator.add(op, response),
                () -> calculator.divide(op, response),
                () -> calculator.push(op),
                () -> calculator.addBatch(ops, Result.allocateArray(arena, 2)),
                () -> calculator.pushBatch(ops))) {
            assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class);
        }
        calculator.add(request.left(1).right(2), response);
        assertThat(response.value()).as("a call after that").isEqualTo(3);
    }

    @Test
    void memoryOfAnotherThreadIsRefused() throws InterruptedException {
        assumeFalse(Access.RAW, "raw mode trusts its user");
        List<Throwable> thrown = new ArrayList<>();
        Thread other = new Thread(() -> {
            for (Runnable call : List.<Runnable>of(
                    () -> calculator.add(request, response), () -> calculator.divide(request, response))) {
                try {
                    call.run();
                } catch (WrongThreadException e) {
                    thrown.add(e);
                }
            }
        });
        other.start();
        other.join();
        assertThat(thrown).hasSize(2);
    }

    @Test
    void aStructThatWasGivenBackIsRefused() {
        try (StructPool<BinaryOp> pool = StructPool.ofConfined(BinaryOp.TYPE, 2)) {
            BinaryOp op = pool.acquire();
            pool.release(op);
            for (Runnable call : List.<Runnable>of(
                    () -> calculator.add(op, response),
                    () -> calculator.divide(op, response),
                    () -> calculator.push(op))) {
                assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void aReadOnlyResponseIsRefused() {
        assumeFalse(Access.RAW, "raw mode trusts its user");
        Result readOnly = Result.at(response.structSegment().asReadOnly());
        StructArray<Result> array = Result.TYPE.array(response.structSegment().asReadOnly());
        StructArray<BinaryOp> one = BinaryOp.allocateArray(arena, 1);
        for (Runnable call : List.<Runnable>of(
                () -> calculator.add(request, readOnly),
                () -> calculator.divide(request, readOnly),
                () -> calculator.stop(readOnly),
                () -> calculator.addBatch(one, array),
                () -> calculator.divideBatch(one, array))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("read-only");
        }
        calculator.add(BinaryOp.at(request.structSegment().asReadOnly()), response);
    }

    @Test
    void anArenaCannotBeClosedDuringACall() {
        assumeFalse(Access.RAW, "raw mode trusts its user");
        Arena own = Arena.ofConfined();
        Query query = Query.allocate(own).count(1);
        List<Throwable> thrown = new ArrayList<>();
        calculator.history(query, item -> {
            try {
                own.close();
            } catch (IllegalStateException e) {
                thrown.add(e);
            }
        });
        assertThat(thrown).hasSize(1);
        own.close();
    }
}
