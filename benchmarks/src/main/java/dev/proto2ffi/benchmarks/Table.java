package dev.proto2ffi.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The results of a category, a row for each benchmark. Times are nanoseconds an element: the mean with JMH's error
 * bar (99.9 %), and the best iteration. The ratio to C is between best iterations, because noise only ever adds.
 */
final class Table {
    private static final String C = "nativeC";

    /**
     * @param mode of access, the simple name of the benchmark's class
     * @param shape the benchmark's method
     * @param mean ns an element
     * @param error half the width of the 99.9 % interval, NaN for a single iteration
     * @param best ns an element
     * @param bytes allocated for an operation, a whole pass
     */
    private record Row(String mode, String shape, double mean, double error, double best, double bytes) {}

    private Table() {}

    static String of(Suite.Category category, Collection<RunResult> results) {
        List<Row> rows = new ArrayList<>();
        results.forEach(result -> rows.add(row(category, result)));
        rows.sort(Comparator.comparing(Row::mode).reversed().thenComparing(Row::shape));
        StringBuilder text = new StringBuilder(category.title()).append('\n');
        text.append(String.format(
                Locale.ROOT, "%-5s %-12s %9s %9s %9s %6s %8s%n", "mode", "shape", "ns mean", "error", "ns best", "to C", "B/op"));
        for (Row row : rows) {
            double ratio = row.best() / best(rows, row.mode());
            text.append(String.format(
                    Locale.ROOT,
                    "%-5s %-12s %9.3f %9.3f %9.3f %6.2f %8.3f%n",
                    row.mode().toLowerCase(Locale.ROOT),
                    row.shape(),
                    row.mean(),
                    row.error(),
                    row.best(),
                    ratio,
                    row.bytes()));
        }
        return text.toString();
    }

    /** Of C in the same mode's runs. */
    private static double best(List<Row> rows, String mode) {
        return rows.stream()
                .filter(row -> row.mode().equals(mode) && row.shape().equals(C))
                .mapToDouble(Row::best)
                .min()
                .orElse(Double.NaN);
    }

    private static Row row(Suite.Category category, RunResult result) {
        // JMH answers in microseconds a pass.
        double nanoseconds = 1_000.0 / category.elements();
        Result<?> primary = result.getPrimaryResult();
        String[] name = result.getParams().getBenchmark().split("\\.", -1);
        double best = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(Result::getScore)
                .min()
                .orElse(Double.NaN);
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Row(
                name[name.length - 2],
                name[name.length - 1],
                primary.getScore() * nanoseconds,
                primary.getScoreError() * nanoseconds,
                best * nanoseconds,
                allocated == null ? Double.NaN : allocated.getScore());
    }
}
