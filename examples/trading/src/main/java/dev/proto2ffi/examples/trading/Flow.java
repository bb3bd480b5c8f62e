package dev.proto2ffi.examples.trading;

import java.util.SplittableRandom;
import trading.ffi.Order;
import trading.ffi.OrderId;
import trading.ffi.Side;

/**
 * What traders want, made up: a price that wanders, orders around it of which some cross it, and cancellations. The same
 * seed makes the same flow. Each order is cancelled some day, unless it has traded by then, so that the book stays small.
 */
final class Flow {
    /** Orders that aren't cancelled yet, at most. */
    private static final int OPEN = 4_096;

    private static final long FIRST_PRICE = 100_000;
    private static final long LOWEST_PRICE = 1_000;

    private final SplittableRandom random;
    /** Numbers of orders; 0 where there is none. */
    private final long[] open = new long[OPEN];

    private long price = FIRST_PRICE;
    private long orders;
    private long cancelled;

    Flow(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Goes on to what comes next. True for an order, false for a cancellation. */
    boolean next() {
        int place = random.nextInt(OPEN);
        if (open[place] == 0) {
            orders++;
            open[place] = orders;
            return true;
        }
        cancelled = open[place];
        open[place] = 0;
        return false;
    }

    /** Writes the order that is next. */
    void write(Order order) {
        if (random.nextInt(16) == 0) {
            price = Math.max(LOWEST_PRICE, price + random.nextInt(-2, 3));
        }
        boolean buys = random.nextBoolean();
        // Most offer less than the price, some more: those trade.
        long concession = random.nextInt(100) < 30 ? random.nextInt(5) : -random.nextInt(1, 20);
        order.id(orders)
                .side(buys ? Side.BUY : Side.SELL)
                .price(buys ? price + concession : price - concession)
                .quantity(random.nextInt(1, 101));
    }

    /** Writes the number of the order whose cancellation is next. */
    void write(OrderId id) {
        id.id(cancelled);
    }
}
