package dev.proto2ffi.examples.region;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import risk.ffi.Mailbox;
import risk.ffi.Turn;

/** Waits for the flag of a mailbox, as those do who count in nanoseconds: by looking at it again and again. */
final class Turns {
    /** How long the other side may be silent. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Looks before the core is offered to others: there may be one core for both sides. */
    private static final int LOOKS = 1_000;

    private Turns() {}

    /**
     * Waits while it is somebody's turn.
     *
     * @param alive whether the other side is there at all
     * @return whose turn it is now
     * @throws TimeoutException if that took too long, or the other side is gone
     */
    @SuppressWarnings("ThreadPriorityCheck") // yield: it isn't relied on, but kinder than spinning on
    static Turn awaitOther(Mailbox mailbox, Turn mine, BooleanSupplier alive) throws TimeoutException {
        long deadline = 0;
        for (long looks = 0; ; looks++) {
            Turn turn = mailbox.turnAcquire();
            if (turn != mine) {
                return turn;
            }
            if (looks < LOOKS) {
                Thread.onSpinWait();
                continue;
            }
            Thread.yield();
            if (looks % (64 * LOOKS) != 0) {
                continue;
            }
            long now = System.nanoTime();
            if (deadline == 0) {
                deadline = now + PATIENCE.toNanos();
            } else if (now - deadline > 0) {
                throw new TimeoutException("no answer for " + TimeUnit.NANOSECONDS.toSeconds(PATIENCE.toNanos())
                        + " seconds; the other process hangs");
            }
            if (!alive.getAsBoolean()) {
                throw new TimeoutException("the other process has ended without an answer; what it said stands above");
            }
        }
    }
}
