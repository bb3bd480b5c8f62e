package dev.proto2ffi.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The results of a category, a row for each benchmark. Times are nanoseconds an element: the mean with JMH's error
 * (half of the 99.9 % interval), the median, and the fastest operation. The ratio to C is between the fastest, because
 * noise only adds. Bytes are those that JMH's gc profiler counts, for an element; a view made for each would be 24 or
 * more.
 */
final class Table {
    private static final String C = "nativeC";

    /**
     * @param mode of access, the simple name of the benchmark's class
     * @param count elements of a pass
     * @param shape the benchmark's method
     */
    private record Row(
            String mode,
            int count,
            String shape,
            double mean,
            double error,
            double median,
            double best,
            double bytes) {}

    private Table() {}

    static String of(String title, Collection<RunResult> results) {
        List<Row> rows = new ArrayList<>();
        results.forEach(result -> rows.add(row(result)));
        rows.sort(Comparator.comparing(Row::mode)
                .thenComparingInt(Row::count)
                .reversed()
                .thenComparing(Row::shape));
        StringBuilder text = new StringBuilder(title).append('\n');
        text.append("mode   elements shape          ns mean     error    median   fastest   to C   B/elem\n");
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-5s %,9d %-12s %9.3f %9.3f %9.3f %9.3f %6.2f %8.3f\n",
                    row.mode().toLowerCase(Locale.ROOT),
                    row.count(),
                    row.shape(),
                    row.mean(),
                    row.error(),
                    row.median(),
                    row.best(),
                    row.best() / bestOfC(rows, row),
                    row.bytes()));
        }
        return text.toString();
    }

    /** Of C in the same mode's run over as many elements. */
    private static double bestOfC(List<Row> rows, Row that) {
        return rows.stream()
                .filter(row -> row.shape().equals(C) && row.mode().equals(that.mode()) && row.count() == that.count())
                .mapToDouble(Row::best)
                .min()
                .orElse(Double.NaN);
    }

    private static Row row(RunResult result) {
        int count = Integer.parseInt(result.getParams().getParam("count"));
        Result<?> time = result.getPrimaryResult();
        String[] name = result.getParams().getBenchmark().split("\\.", -1);
        int visits = SequentialReactions.VISITS;
        return new Row(
                name[name.length - 2],
                count,
                name[name.length - 1],
                time.getScore() / visits,
                time.getScoreError() / visits,
                time.getStatistics().getPercentile(50) / visits,
                time.getStatistics().getMin() / visits,
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / visits);
    }
}
