package dev.proto2ffi.examples.trading;

import dev.proto2ffi.runtime.StructPool;
import java.util.function.Consumer;
import trading.ffi.Cancelled;
import trading.ffi.Fill;
import trading.ffi.Order;
import trading.ffi.OrderBook;
import trading.ffi.OrderId;

/** Sends a flow to a book. The structs come from pools, so that nothing is allocated. For one thread. */
final class Trader implements AutoCloseable {
    private final OrderBook book;
    private final Flow flow;
    private final Consumer<? super Fill> fills;
    private final StructPool<Order> orders = Order.pool();
    private final StructPool<OrderId> ids = OrderId.pool();
    private final StructPool<Cancelled> answers = Cancelled.pool();

    private long placed;
    private long cancelled;
    private long late;

    /** {@code fills} gets each fill while it is sent. */
    Trader(OrderBook book, Flow flow, Consumer<? super Fill> fills) {
        this.book = book;
        this.flow = flow;
        this.fills = fills;
    }

    /** Sends what comes next. True if that was an order, false if it was a cancellation. */
    boolean send() {
        boolean places = flow.next();
        if (places) {
            place();
        } else {
            cancel();
        }
        return places;
    }

    private void place() {
        Order order = orders.acquire();
        try {
            flow.write(order);
            book.place(order, fills);
            placed++;
        } finally {
            orders.release(order);
        }
    }

    private void cancel() {
        OrderId id = ids.acquire();
        Cancelled answer = answers.acquire();
        try {
            flow.write(id);
            book.cancel(id, answer);
            cancelled++;
            late += answer.quantity() == 0 ? 1 : 0;
        } finally {
            answers.release(answer);
            ids.release(id);
        }
    }

    /** Orders so far. */
    long placed() {
        return placed;
    }

    /** Cancellations so far. */
    long cancelled() {
        return cancelled;
    }

    /** Cancellations that came too late: the order had traded. */
    long late() {
        return late;
    }

    @Override
    public void close() {
        orders.close();
        ids.close();
        answers.close();
    }
}
