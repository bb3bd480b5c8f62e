package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.proto2ffi.runtime.calc.BinaryOp;
import dev.proto2ffi.runtime.calc.Calculator;
import dev.proto2ffi.runtime.calc.JavaCalculator;
import dev.proto2ffi.runtime.calc.Result;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that get bare addresses of structs in confined pools, and pools that are closed meanwhile. */
class ConfinedSlabsTest {
    /** More than there are places for the slots of threads. */
    private static final int MANY_THREADS = 200;

    @TempDir
    static Path folder;

    private static Relay relay;

    private final Arena arena = Arena.ofConfined();
    private final StructPool<BinaryOp> requests = StructPool.ofConfined(BinaryOp.TYPE, 4);
    private final StructPool<Result> responses = StructPool.ofConfined(Result.TYPE, 4);
    private final BinaryOp request = requests.acquire().left(20).right(3);
    private final Result response = responses.acquire();
    private final Calculator calculator = relay.client();

    @BeforeAll
    static void load() {
        assumeFalse(Access.RAW, "raw mode trusts its user");
        assumeFalse(Checks.ON, "checked mode makes a lifetime for each struct");
        relay = Relay.load(folder);
    }

    @BeforeEach
    void learn() {
        offer(() -> {});
        learn(request, response);
    }

    @AfterEach
    void close() {
        arena.close();
        closeOnce(requests);
        closeOnce(responses);
    }

    /** Unless the test did; then nothing is in use. */
    private static void closeOnce(StructPool<?> pool) {
        if (pool.inUse() > 0) {
            pool.close();
        }
    }

    /** Has a server in Java divide from now on, and do something before. */
    private void offer(Runnable before) {
        relay.offer(
                new JavaCalculator() {
                    @Override
                    public void divide(BinaryOp request, Result response) {
                        before.run();
                        super.divide(request, response);
                    }
                },
                arena);
    }

    private void learn(BinaryOp request, Result response) {
        for (int i = 0; i < 2 * ConfinedSlabs.CALLS_PER_LESSON; i++) {
            calculator.divide(request, response);
        }
        assertThat(knows(request, response)).isTrue();
    }

    private static boolean knows(BinaryOp request, Result response) {
        return CallSlots.atFirstPlace().knows((StructView) (Struct) request, (StructView) (Struct) response);
    }

    private void divides() {
        response.value(0);
        calculator.divide(request, response);
        assertThat(response.value()).isEqualTo(6);
    }

    private static void assertBothRefused(List<Throwable> thrown) {
        assertThat(thrown)
                .hasSize(2)
                .allSatisfy(e -> assertThat(e)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("a native call is using its memory; close it once the call returned"));
    }

    @Test
    void noPoolOfTheMessagesCanBeClosedDuringTheCall() {
        List<Throwable> thrown = new ArrayList<>();
        offer(() -> {
            thrown.add(catchThrowable(requests::close));
            thrown.add(catchThrowable(responses::close));
        });
        divides();
        assertBothRefused(thrown);
        offer(() -> {});
        divides();
        requests.close();
        responses.close();
    }

    @Test
    void norThroughCallsOfTheUpcall() {
        List<Throwable> thrown = new ArrayList<>();
        offer(() -> {
            offer(() -> thrown.add(catchThrowable(requests::close)));
            try (StructPool<BinaryOp> own = StructPool.ofConfined(BinaryOp.TYPE, 1);
                    StructPool<Result> ownToo = StructPool.ofConfined(Result.TYPE, 1)) {
                BinaryOp inner = own.acquire().left(8).right(2);
                Result result = ownToo.acquire();
                calculator.divide(inner, result);
                assertThat(result.value()).isEqualTo(4);
            } // closes pools that no call uses
            thrown.add(catchThrowable(responses::close));
        });
        divides();
        assertBothRefused(thrown);
        requests.close();
    }

    @Test
    void aFailedCallGivesThemBack() {
        assertThatThrownBy(() -> calculator.divide(request.right(0), response)).isInstanceOf(NativeCallException.class);
        assertThat(knows(request, response)).isTrue();
        requests.close();
        responses.close();
    }

    @Test
    void anUpcallThatIsNotOursMayCallAndLeavesTheAddresses() {
        CallSlot slot = CallSlots.begin();
        slot.lend((StructView) (Struct) request, (StructView) (Struct) response);
        assertThat(knows(request, response)).isFalse();
        divides(); // as from a stub of the JDK, which doesn't say that it is an upcall
        assertThatThrownBy(requests::close).hasMessageContaining("a native call is using its memory");
        slot.request = 0;
        slot.response = 0;
        requests.close();
    }

    @Test
    void structsOfClosedPoolsAreRefused() {
        requests.close();
        assertThatThrownBy(() -> calculator.divide(request, response)).isInstanceOf(IllegalStateException.class);
        try (StructPool<BinaryOp> next = StructPool.ofConfined(BinaryOp.TYPE, 1)) {
            BinaryOp other = next.acquire().left(9).right(3);
            learn(other, response);
            calculator.divide(other, response);
            assertThat(response.value()).isEqualTo(3);
            assertThatThrownBy(() -> calculator.divide(request, response)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void structsThatWereGivenBackAreRefused() {
        requests.release(request);
        assertThatThrownBy(() -> calculator.divide(request, response))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("points nowhere");
    }

    @Test
    void readOnlyViewsOfASlabAreRefused() {
        Result readOnly = Result.at(response.structSegment().asReadOnly());
        assertThatThrownBy(() -> calculator.divide(request, readOnly)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherMemoryIsNeverLearned() {
        BinaryOp ofArena = BinaryOp.allocate(arena).left(6).right(2);
        try (StructPool<BinaryOp> shared = StructPool.ofShared(BinaryOp.TYPE, 1)) {
            BinaryOp ofShared = shared.acquire().left(6).right(2);
            for (int i = 0; i < 2 * ConfinedSlabs.CALLS_PER_LESSON; i++) {
                calculator.divide(ofArena, response);
                calculator.divide(ofShared, response);
            }
            assertThat(knows(ofArena, response)).isFalse();
            assertThat(knows(ofShared, response)).isFalse();
        }
    }

    /** It is freed with the pool, too, but the pool wouldn't know that a call is using it. */
    @Test
    void whatAStructPointsToIsNotInItsSlab() {
        try (StructPool<Linked> pool =
                StructPool.builder(Linked.TYPE).capacity(1).childBytes(256).build()) {
            Linked first = pool.acquire();
            StructView view = (StructView) (Struct) first;
            MemorySegment child = pool.allocator(first).allocate(Linked.TYPE.size(), 8);
            first.pointer(Linked.NEXT, Linked.TYPE.at(child, 0));
            MemorySegment next = Pointers.target(
                    view.segment, Access.base(view.segment), view.address + Linked.NEXT, Linked.TYPE.size(), 8, "next");
            assertThat(next.scope()).isEqualTo(view.segment.scope());
            assertThat(ConfinedSlabs.isInOne(next)).isFalse();
            assertThat(ConfinedSlabs.isInOne(view.segment)).isTrue();
        }
    }

    @Test
    void aPoolThatGrewHasSeveral() {
        try (StructPool<BinaryOp> pool =
                StructPool.builder(BinaryOp.TYPE).capacity(1).growTo(4).build()) {
            for (int i = 0; i < 4; i++) {
                BinaryOp op = pool.acquire().left(i).right(1);
                learn(op, response);
                offer(() -> assertThatThrownBy(pool::close).hasMessageContaining("a native call is using its memory"));
                calculator.divide(op, response);
                assertThat(response.value()).isEqualTo(i);
                offer(() -> {});
            }
        }
    }

    @Test
    void noOtherThreadMayPassThem() throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        for (int i = 0; i < MANY_THREADS; i++) { // one after the other: they inherit each other's slots
            Thread thread = new Thread(() -> thrown.add(catchThrowable(() -> calculator.divide(request, response))));
            thread.start();
            thread.join();
        }
        assertThat(thrown)
                .hasSize(MANY_THREADS)
                .allSatisfy(e -> assertThat(e).isInstanceOf(WrongThreadException.class));
    }

    @Test
    void theHeirsOfADeadThreadsSlotMayNotPassThem() throws InterruptedException {
        AtomicReference<BinaryOp> op = new AtomicReference<>();
        AtomicReference<Result> result = new AtomicReference<>();
        Thread first = new Thread(() -> {
            op.set(StructPool.ofConfined(BinaryOp.TYPE, 1).acquire().left(1).right(1));
            result.set(StructPool.ofConfined(Result.TYPE, 1).acquire());
            for (int i = 0; i < 2 * ConfinedSlabs.CALLS_PER_LESSON; i++) {
                calculator.divide(op.get(), result.get());
            }
        });
        first.start();
        first.join();
        List<Throwable> thrown = new ArrayList<>();
        for (int i = 0; i < MANY_THREADS; i++) {
            Thread heir = new Thread(() -> thrown.add(catchThrowable(() -> calculator.divide(op.get(), result.get()))));
            heir.start();
            heir.join();
        }
        assertThat(thrown)
                .hasSize(MANY_THREADS)
                .allSatisfy(e -> assertThat(e).isInstanceOf(WrongThreadException.class));
    }

    @Test
    void aPoolThatWasDroppedIsNotKept() throws InterruptedException {
        WeakReference<MemorySegment.Scope> scope = learnAndDrop();
        for (int i = 0; i < 100 && scope.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(scope.get()).isNull();
    }

    private WeakReference<MemorySegment.Scope> learnAndDrop() {
        StructPool<BinaryOp> dropped = StructPool.ofConfined(BinaryOp.TYPE, 1);
        BinaryOp op = dropped.acquire().left(1).right(1);
        learn(op, response);
        return new WeakReference<>(op.structSegment().scope());
    }
}
