package dev.proto2ffi.examples.trading;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Lets a trader send at a steady rate, and takes the time.
 *
 * <p>Each call has a time when it should start, whatever became of those before. Its latency counts from there: when one
 * call takes long, those that had to wait for it are late as well, as they are in a real market. A program that takes the
 * time from when it got round to the call would leave that out ("coordinated omission"), which is why both are shown.
 */
final class Load {
    /** Longer latencies count as this. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final int DIGITS = 3;

    /** From when an order or a cancellation was due until it was answered, in nanoseconds. */
    final Histogram orders = histogram();

    final Histogram cancellations = histogram();

    /** All of them, from when the call began. */
    final Histogram calls = histogram();

    private static Histogram histogram() {
        return new Histogram(LONGEST_NANOS, DIGITS);
    }

    /** Sends so many a second; keeps this thread busy until all is sent. */
    void run(Trader trader, long rate, long count) {
        long start = System.nanoTime();
        for (long i = 0; i < count; i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
            long begin = System.nanoTime();
            while (begin - due < 0) {
                Thread.onSpinWait();
                begin = System.nanoTime();
            }
            boolean placed = trader.send();
            long end = System.nanoTime();
            record(placed ? orders : cancellations, end - due);
            record(calls, end - begin);
        }
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(nanos, LONGEST_NANOS));
    }
}
