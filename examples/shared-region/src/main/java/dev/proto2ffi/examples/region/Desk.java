package dev.proto2ffi.examples.region;

import dev.proto2ffi.runtime.SharedRegion;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import risk.ffi.Mailbox;
import risk.ffi.Order;
import risk.ffi.Turn;
import risk.ffi.Verdict;

/** Sends orders through the mailbox, and compares every verdict with its own. */
final class Desk {
    private static final long SEED = 2026;
    private static final String[] SYMBOLS = {"ABBN", "NESN", "NOVN", "ROG", "UBSG", "ZURN"};
    private static final long REGION_BYTES = 1 << 16;

    /**
     * What came of it.
     *
     * @param orders that went there and came back
     * @param accepted of them
     * @param median of the round trips' times, in nanoseconds
     * @param percentile99 of them: 99 of 100 were as fast or faster
     */
    record Report(int orders, int accepted, long median, long percentile99) {}

    private Desk() {}

    /**
     * Starts the other process, exchanges orders with it and ends it.
     *
     * @param file of the region, made for this and deleted again
     * @throws TimeoutException if the other process ended or hangs
     * @throws IllegalStateException if a verdict is wrong, or the other process failed in the end
     */
    static Report trade(Peer peer, Path file, int orders) throws IOException, InterruptedException, TimeoutException {
        try (SharedRegion region = SharedRegion.create(file, REGION_BYTES).deleteOnClose()) {
            Mailbox mailbox = Mailbox.allocate(region);
            region.publish(mailbox);
            Process process = peer.start(file);
            try {
                Report report = trade(mailbox, process, orders);
                mailbox.turnRelease(Turn.CLOSED);
                if (!process.waitFor(Turns.PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IllegalStateException(peer.words() + " didn't end well");
                }
                return report;
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static Report trade(Mailbox mailbox, Process process, int orders) throws TimeoutException {
        SplittableRandom random = new SplittableRandom(SEED);
        RiskCheck own = new RiskCheck();
        Order order = mailbox.order();
        Verdict verdict = mailbox.verdict();
        long[] nanos = new long[orders];
        int accepted = 0;
        try (Arena arena = Arena.ofConfined()) {
            Verdict expected = Verdict.allocate(arena);
            for (int i = 0; i < orders; i++) {
                fill(order, i + 1, random);
                long start = System.nanoTime();
                mailbox.turnRelease(Turn.CHECK);
                Turns.awaitOther(mailbox, Turn.CHECK, process::isAlive);
                nanos[i] = System.nanoTime() - start;
                own.check(order, expected);
                if (!verdict.contentEquals(expected)) {
                    throw new IllegalStateException(
                            "of\n" + order + "the verdict is\n" + verdict + "instead of\n" + expected);
                }
                accepted += verdict.accepted() ? 1 : 0;
            }
        }
        Arrays.sort(nanos);
        return new Report(orders, accepted, nanos[orders / 2], nanos[(int) (orders * 0.99)]);
    }

    private static void fill(Order order, long id, SplittableRandom random) {
        order.orderId(id)
                .symbol(SYMBOLS[random.nextInt(SYMBOLS.length)])
                .quantity(random.nextLong(-10_000, 10_001))
                .price(random.nextLong(1, 200_000));
    }
}
