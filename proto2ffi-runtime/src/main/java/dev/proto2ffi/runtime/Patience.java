package dev.proto2ffi.runtime;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A wait for another process, which can't wake this one: look again and again until it is over. */
final class Patience {
    private static final long POLL_NANOS = 200_000;

    private final long start = System.nanoTime();
    private final long limit;

    /** Begins now. */
    Patience(Duration limit) {
        this.limit = nanos(limit);
    }

    boolean isOver() {
        return System.nanoTime() - start >= limit;
    }

    /** How long it may last, for messages. */
    long millis() {
        return limit / 1_000_000;
    }

    /** @throws InterruptedException if the thread is interrupted; it then isn't any more */
    static void pause() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while waiting for a region");
        }
        LockSupport.parkNanos(POLL_NANOS);
    }

    /** Those who say forever mean it. */
    private static long nanos(Duration limit) {
        try {
            return limit.toNanos();
        } catch (ArithmeticException e) {
            return limit.isNegative() ? 0 : Long.MAX_VALUE;
        }
    }
}
