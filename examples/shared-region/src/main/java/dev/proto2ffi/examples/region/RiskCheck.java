package dev.proto2ffi.examples.region;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import risk.ffi.Order;
import risk.ffi.Verdict;

/** Says which orders are too risky; for one thread. Its twin is {@code risk_check.c}. */
final class RiskCheck {
    /** The most that an order may be worth, in hundredths of a cent. */
    static final long MAX_VALUE = 1_000_000_000;

    /** The most that the desk may hold or owe of a symbol. */
    static final long MAX_POSITION = 50_000;

    private final Map<String, Long> positions = new HashMap<>();

    void check(Order order, Verdict verdict) {
        String symbol = order.symbol();
        long held = positions.getOrDefault(symbol, 0L);
        String objection = objection(order, held);
        if (objection == null) {
            held += order.quantity();
            positions.put(symbol, held);
        }
        verdict.orderId(order.orderId())
                .accepted(objection == null)
                .position(held)
                .reason(objection == null ? "" : objection);
    }

    private static @Nullable String objection(Order order, long held) {
        if (order.quantity() == 0 || order.price() <= 0) {
            return "nothing to trade";
        }
        if (Math.abs(order.quantity()) > MAX_VALUE / order.price()) {
            return "worth more than the limit";
        }
        if (Math.abs(held + order.quantity()) > MAX_POSITION) {
            return "the position would be too large";
        }
        return null;
    }
}
