package dev.proto2ffi.examples.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.fail;

import dev.proto2ffi.runtime.NativeCallException;
import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.NativeLibraryException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trading.ffi.Cancelled;
import trading.ffi.Failure;
import trading.ffi.Fill;
import trading.ffi.Order;
import trading.ffi.OrderBook;
import trading.ffi.OrderId;
import trading.ffi.Side;
import trading.ffi.Top;

@Timeout(120)
class TradingTest {
    private final Arena arena = Arena.ofConfined();
    private final OrderBook rust = require();
    private final Top top = Top.allocate(arena);

    /** Ends the test where the library wasn't built: skipped, or failed with -Dproto2ffi.requireTools=true. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static OrderBook require() {
        try {
            return OrderBook.load(NativeLibrary.load("trading_rust", TradingTest.class.getClassLoader()));
        } catch (NativeLibraryException e) {
            if (Boolean.getBoolean("proto2ffi.requireTools")) {
                return fail(e);
            }
            System.err.println("SKIPPED: " + e.getMessage() + "\n-Dproto2ffi.requireTools=true makes this a failure");
            return Assumptions.abort(e.getMessage());
        }
    }

    @BeforeEach
    void clear() {
        rust.clear();
    }

    @AfterEach
    void close() {
        arena.close();
    }

    private Order order(long id, Side side, long price, int quantity) {
        return Order.allocate(arena).id(id).side(side).price(price).quantity(quantity);
    }

    private List<Fill.Snapshot> place(long id, Side side, long price, int quantity) {
        List<Fill.Snapshot> fills = new ArrayList<>();
        rust.place(order(id, side, price, quantity), fill -> fills.add(fill.toSnapshot()));
        return fills;
    }

    private int cancel(long id) {
        Cancelled answer = Cancelled.allocate(arena);
        rust.cancel(OrderId.allocate(arena).id(id), answer);
        return answer.quantity();
    }

    @Test
    void rustAndPlainJavaTradeTheSame() {
        OrderBook plain = new PlainBook(Fill.allocate(arena));
        Top plainTop = Top.allocate(arena);
        List<Fill.Snapshot> rustFills = new ArrayList<>();
        List<Fill.Snapshot> plainFills = new ArrayList<>();
        try (Trader toRust = new Trader(rust, new Flow(7), fill -> rustFills.add(fill.toSnapshot()));
                Trader toPlain = new Trader(plain, new Flow(7), fill -> plainFills.add(fill.toSnapshot()))) {
            for (int i = 0; i < 30_000; i++) {
                toRust.send();
                toPlain.send();
                if (i % 100 == 0) {
                    rust.best(top);
                    plain.best(plainTop);
                    assertThat(top.toSnapshot()).as("after %d", i).isEqualTo(plainTop.toSnapshot());
                }
            }
            assertThat(toRust.late()).isEqualTo(toPlain.late()).isPositive();
        }
        assertThat(rustFills).hasSizeGreaterThan(5_000).isEqualTo(plainFills);
    }

    @Test
    void theBestPriceComesFirstThenTheOldestOrder() {
        assertThat(place(1, Side.SELL, 102, 10)).isEmpty();
        assertThat(place(2, Side.SELL, 101, 10)).isEmpty();
        assertThat(place(3, Side.SELL, 101, 10)).isEmpty();
        assertThat(place(4, Side.BUY, 102, 25))
                .containsExactly(
                        new Fill.Snapshot(2, 101, 10), new Fill.Snapshot(3, 101, 10), new Fill.Snapshot(1, 102, 5));
        assertThat(place(5, Side.BUY, 101, 7)).isEmpty();
        rust.best(top);
        assertThat(top.bid().price()).isEqualTo(101);
        assertThat(top.ask().quantity()).isEqualTo(5);
        assertThat(top.orders()).isEqualTo(2);
    }

    /** Its old place in the queue must not come back to life. */
    @Test
    void aNumberThatIsUsedAgainQueuesAnew() {
        place(1, Side.BUY, 100, 10);
        place(2, Side.BUY, 100, 10);
        assertThat(cancel(1)).isEqualTo(10);
        assertThat(cancel(1)).isZero();
        place(1, Side.BUY, 100, 10);
        assertThat(place(3, Side.SELL, 100, 15))
                .containsExactly(new Fill.Snapshot(2, 100, 10), new Fill.Snapshot(1, 100, 5));
    }

    @Test
    void ordersThatMakeNoSenseAreRefused() {
        place(1, Side.BUY, 100, 10);
        assertThat(failureOf(order(1, Side.BUY, 100, 10))).isEqualTo(Failure.DUPLICATE_ORDER);
        assertThat(failureOf(order(2, Side.BUY, 0, 10))).isEqualTo(Failure.INVALID_ORDER);
        assertThat(failureOf(order(2, Side.BUY, Long.MIN_VALUE, 10))).isEqualTo(Failure.INVALID_ORDER);
        assertThat(failureOf(order(2, Side.SELL, 100, 0))).isEqualTo(Failure.INVALID_ORDER);
        assertThat(failureOf(order(2, Side.SELL, 100, 10).sideNumber(7))).isEqualTo(Failure.INVALID_ORDER);
        rust.best(top);
        assertThat(top.orders()).isEqualTo(1);
    }

    private Failure failureOf(Order order) {
        NativeCallException thrown =
                catchThrowableOfType(NativeCallException.class, () -> rust.place(order, fill -> fail("no trade")));
        return Failure.forNumber(thrown.code());
    }

    @Test
    void whoGetsAFillCanNotCallTheBookMeanwhile() {
        place(1, Side.SELL, 100, 10);
        NativeCallException thrown = catchThrowableOfType(
                NativeCallException.class, () -> rust.place(order(2, Side.BUY, 100, 5), fill -> rust.best(top)));
        assertThat(Failure.forNumber(thrown.code())).isEqualTo(Failure.BUSY);
        assertThat(thrown).hasMessageContaining("trading.OrderBook.Best: the book serves another call");
    }

    @Test
    void whoStopsTheStreamGivesUpTheRestOfTheOrder() {
        place(1, Side.SELL, 100, 10);
        place(2, Side.SELL, 100, 10);
        Consumer<Fill> stops = fill -> {
            throw new CancellationException("enough");
        };
        Order order = order(3, Side.BUY, 100, 30);
        assertThatThrownBy(() -> rust.place(order, stops)).isInstanceOf(CancellationException.class);
        rust.best(top);
        assertThat(top.orders()).isEqualTo(1);
        assertThat(top.bid().quantity()).isZero();
    }

    @Test
    void theProgramPrintsTheDistribution() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(Main.run(new String[] {"--quick"}, out)).isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("20,000 orders and cancellations a second")
                .containsPattern("99\\.99 %( +[\\d,]+){3}")
                .contains("slowest");
    }

    @Test
    void argumentsThatMakeNoSenseAreRefused() {
        for (String argument : List.of("0", "-1", "fast", "99999999999999999999", "10000001")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            assertThat(Main.run(new String[] {argument}, out)).as(argument).isEqualTo(2);
            assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("usage: ");
        }
    }
}
