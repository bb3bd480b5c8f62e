package dev.proto2ffi.examples.trading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import trading.ffi.Cancelled;
import trading.ffi.Fill;
import trading.ffi.Order;
import trading.ffi.OrderBook;
import trading.ffi.OrderId;
import trading.ffi.Side;
import trading.ffi.Top;

/** The simplest order book that there can be: a list, searched from end to end. */
final class PlainBook implements OrderBook {
    private static final class Resting {
        final long id;
        final Side side;
        final long price;
        int quantity;

        Resting(long id, Side side, long price, int quantity) {
            this.id = id;
            this.side = side;
            this.price = price;
            this.quantity = quantity;
        }
    }

    /** Of both sides, the oldest first. */
    private final List<Resting> resting = new ArrayList<>();

    private final Fill fill;

    /** {@code fill} is what fills are sent in. */
    PlainBook(Fill fill) {
        this.fill = fill;
    }

    @Override
    public void place(Order order, Consumer<? super Fill> items) {
        Side other = order.side() == Side.BUY ? Side.SELL : Side.BUY;
        int left = order.quantity();
        while (left > 0) {
            Resting best = best(other);
            if (best == null || betterFor(other, best.price, order.price()) < 0) {
                break;
            }
            int quantity = Math.min(left, best.quantity);
            left -= quantity;
            best.quantity -= quantity;
            if (best.quantity == 0) {
                resting.remove(best);
            }
            items.accept(fill.orderId(best.id).price(best.price).quantity(quantity));
        }
        if (left > 0) {
            resting.add(new Resting(order.id(), order.side(), order.price(), left));
        }
    }

    /** Positive if the price of an offer on this side is better for the others than a second price, 0 if it's the same. */
    private static int betterFor(Side side, long price, long second) {
        return side == Side.BUY ? Long.compare(price, second) : Long.compare(second, price);
    }

    private @Nullable Resting best(Side side) {
        // Of equal ones min gives the first, which is the oldest.
        return resting.stream()
                .filter(order -> order.side == side)
                .min(Comparator.comparingLong(order -> side == Side.BUY ? -order.price : order.price))
                .orElse(null);
    }

    @Override
    public void cancel(OrderId request, Cancelled response) {
        response.quantity(0);
        resting.removeIf(order -> {
            boolean found = order.id == request.id();
            if (found) {
                response.quantity(order.quantity);
            }
            return found;
        });
    }

    @Override
    public void best(Top response) {
        response.clear().orders(resting.size());
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            Resting best = best(side);
            if (best != null) {
                long quantity = resting.stream()
                        .filter(order -> order.side == side && order.price == best.price)
                        .mapToLong(order -> order.quantity)
                        .sum();
                (side == Side.BUY ? response.bid() : response.ask())
                        .price(best.price)
                        .quantity(quantity);
            }
        }
    }

    @Override
    public void clear() {
        resting.clear();
    }
}
