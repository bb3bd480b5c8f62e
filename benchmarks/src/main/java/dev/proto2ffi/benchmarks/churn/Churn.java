package dev.proto2ffi.benchmarks.churn;

import java.time.Duration;
import java.util.Locale;

/**
 * Makes, uses, closes and drops pools, arenas and regions for minutes, and shows that memory comes back: the resident size
 * of the process and the JVM's account of native memory, at points that can be compared, and the regions that are still
 * mapped in the end. What {@code ./proto2ffi-bench --churn MINUTES} calls.
 */
public final class Churn {
    /** Points on the curve, the first one aside. */
    private static final int POINTS = 10;

    private Churn() {}

    /** Exits with 2 for bad arguments. */
    @SuppressWarnings("SystemOut") // a program of the command line
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 1 || !args[0].matches("[1-9][0-9]{0,3}")) {
            System.err.println("usage: ./proto2ffi-bench --churn MINUTES");
            System.exit(2);
            return;
        }
        Duration pause = Duration.ofMinutes(Integer.parseInt(args[0])).dividedBy(POINTS);
        ChurnLoad load = new ChurnLoad(2026);
        load.runFor(Duration.ofSeconds(1));
        System.out.println("   seconds     rounds   resident KiB   native by JVM's account KiB   heap KiB   threads");
        long start = System.nanoTime();
        MemoryPoint first = null;
        MemoryPoint warm = null;
        MemoryPoint last = null;
        for (int i = 0; i <= POINTS; i++) {
            if (i > 0) {
                load.runFor(pause);
            }
            last = MemoryPoint.now();
            first = first == null ? last : first;
            warm = i == 1 ? last : warm;
            System.out.printf(
                    Locale.ROOT,
                    "%,10d %,10d %,14d %,30d %,10d %,9d%n",
                    (System.nanoTime() - start) / 1_000_000_000,
                    load.rounds(),
                    last.residentKiB(),
                    last.nativeKiB(),
                    last.heapKiB(),
                    last.threads());
        }
        long regions = ChurnLoad.mappedRegions();
        System.out.println("regions still mapped:                " + (regions < 0 ? "unknown" : regions));
        System.out.println("from first to last point:            " + first.to(last));
        System.out.println("from the point after a tenth to last: " + warm.to(last));
    }
}
