package dev.proto2ffi.examples.trading;

import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.NativeLibraryException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import trading.ffi.Fill;
import trading.ffi.OrderBook;
import trading.ffi.Top;

/** Puts an order book in Rust under a steady load, and shows how long its answers took. */
public final class Main {
    private static final long SEED = 2026;
    private static final long RATE = 100_000;
    private static final long MOST = 10_000_000;
    private static final int SECONDS = 5;
    private static final int MOST_SECONDS = 600;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99, 100};

    private final OrderBook book = OrderBook.load(NativeLibrary.load("trading_rust", Main.class.getClassLoader()));
    private final PrintStream out;
    private final long rate;
    private final long count;
    private long fills;
    private long traded;

    private Main(PrintStream out, long rate, double seconds) {
        this.out = out;
        this.rate = rate;
        count = Math.round(rate * seconds);
    }

    /** Exits with 0, with 2 for bad arguments, with 3 when the library is missing. */
    public static void main(String[] args) {
        System.exit(run(args, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] args, PrintStream out) {
        try {
            if (args.length == 1 && args[0].equals("--quick")) {
                new Main(out, 20_000, 0.5).trade();
                return 0;
            }
            long rate = args.length > 0 ? number(args[0], MOST) : RATE;
            long seconds = args.length > 1 ? number(args[1], MOST_SECONDS) : SECONDS;
            if (args.length > 2 || rate < 1 || seconds < 1) {
                out.println("usage: ./examples/run trading [--quick | RATE [SECONDS]]");
                out.println("RATE is calls a second, 1 to " + MOST + ", SECONDS 1 to " + MOST_SECONDS);
                return 2;
            }
            new Main(out, rate, seconds).trade();
            return 0;
        } catch (NativeLibraryException e) {
            out.println(e.getMessage());
            return 3;
        }
    }

    /** 0 for what can't be. */
    private static long number(String text, long most) {
        try {
            long value = Long.parseLong(text);
            return value <= most ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void trade() {
        out.printf(
                Locale.ROOT,
                "Java sends %,d orders and cancellations a second to an order book in Rust, %,d in all%n",
                rate,
                count);
        // The JIT compiles during a session that doesn't count, of the same rate.
        session(SEED - 1, new Load()).close();

        Load load = new Load();
        try (Trader trader = session(SEED, load)) {
            out.printf(
                    Locale.ROOT,
                    "  %,d orders, %,d fills for %,d shares; %,d cancellations, %,d of them too late%n",
                    trader.placed(),
                    fills,
                    traded,
                    trader.cancelled(),
                    trader.late());
        }
        showBest();
        out.println("Nanoseconds from when a call was due until it was answered, and from when it began");
        row("", "order", "cancellation", "from its begin");
        for (double percentile : PERCENTILES) {
            row(
                    percentile == 100 ? "slowest" : percentile + " %",
                    at(load.orders, percentile),
                    at(load.cancellations, percentile),
                    at(load.calls, percentile));
        }
    }

    /** Trades in an empty book. */
    private Trader session(long seed, Load load) {
        book.clear();
        fills = 0;
        traded = 0;
        Trader trader = new Trader(book, new Flow(seed), this::count);
        load.run(trader, rate, count);
        return trader;
    }

    private void count(Fill fill) {
        fills++;
        traded += fill.quantityUnsigned();
    }

    private void showBest() {
        try (Arena arena = Arena.ofConfined()) {
            Top top = Top.allocate(arena);
            book.best(top);
            out.printf(
                    Locale.ROOT,
                    "  %,d orders are left in the book; it buys %,d at %,d and sells %,d at %,d%n",
                    top.orders(),
                    top.bid().quantity(),
                    top.bid().price(),
                    top.ask().quantity(),
                    top.ask().price());
        }
    }

    private static String at(Histogram histogram, double percentile) {
        return String.format(Locale.ROOT, "%,d", histogram.getValueAtPercentile(percentile));
    }

    private void row(String percentile, String orders, String cancellations, String calls) {
        out.printf(Locale.ROOT, "  %-9s%14s%16s%18s%n", percentile, orders, cancellations, calls);
    }
}
