package dev.proto2ffi.benchmarks.harness;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The results of a category, a row for each benchmark, the fastest of each case first. Times are nanoseconds of an
 * operation: the mean with JMH's error (half of the 99.9 % interval), the median, and the fastest invocation. The ratio
 * to the native twin is between the fastest, because noise only adds. Where threads compete it is between the medians:
 * the fastest is then a moment at which the other thread did nothing. Bytes are those that JMH's gc profiler counts.
 */
public final class Table {
    /**
     * @param mode of access, the simple name of the benchmark's class
     * @param threads that ran at the same time
     * @param parameters of the benchmark, such as the elements of a pass; empty where it has none
     * @param shape the benchmark's method
     * @param twin the shape that it is compared to
     */
    private record Row(
            String mode,
            int threads,
            String parameters,
            String shape,
            String twin,
            double mean,
            double error,
            double median,
            double best,
            double bytes) {

        boolean isCaseOf(Row that) {
            return mode.equals(that.mode) && threads == that.threads && parameters.equals(that.parameters);
        }

        /** The time that ratios compare. */
        double compared() {
            return threads > 1 ? median : best;
        }
    }

    private Table() {}

    public static String of(String title, Collection<RunResult> results) {
        List<Row> rows = new ArrayList<>();
        results.forEach(result -> rows.add(row(result)));
        // Safe before raw; numbers by their size.
        rows.sort(Comparator.comparing(Row::mode, Comparator.reverseOrder())
                .thenComparingInt(Row::threads)
                .thenComparingInt(row -> row.parameters().length())
                .thenComparing(Row::parameters)
                .thenComparingDouble(Row::compared));
        StringBuilder text = new StringBuilder(title).append('\n');
        line(
                text,
                String.format(
                        Locale.ROOT,
                        "%-4s %7s %-12s %-20s %10s %9s %10s %10s %8s   %-18s %8s",
                        "mode",
                        "threads",
                        "case",
                        "shape",
                        "ns mean",
                        "error",
                        "median",
                        "fastest",
                        "ratio",
                        "to",
                        "B/op"));
        for (Row row : rows) {
            line(
                    text,
                    String.format(
                            Locale.ROOT,
                            "%-4s %7d %-12s %-20s %,10.3f %,9.3f %,10.3f %,10.3f %,8.2f   %-18s %,8.3f",
                            row.mode().toLowerCase(Locale.ROOT),
                            row.threads(),
                            row.parameters(),
                            row.shape(),
                            row.mean(),
                            row.error(),
                            row.median(),
                            row.best(),
                            row.compared() / timeOfTwin(rows, row),
                            row.twin(),
                            row.bytes()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String cells) {
        text.append(cells.stripTrailing()).append('\n');
    }

    /** In the same case of the same run. */
    private static double timeOfTwin(List<Row> rows, Row that) {
        return rows.stream()
                .filter(row -> row.isCaseOf(that) && row.shape().equals(that.twin()))
                .mapToDouble(Row::compared)
                .min()
                .orElse(Double.NaN);
    }

    private static Row row(RunResult result) {
        BenchmarkParams run = result.getParams();
        String[] name = run.getBenchmark().split("\\.", -1);
        Compared compared = compared(run.getBenchmark());
        List<String> parameters = new ArrayList<>();
        run.getParamsKeys().forEach(key -> parameters.add(run.getParam(key)));
        Result<?> time = result.getPrimaryResult();
        double operations = compared.operations();
        return new Row(
                name[name.length - 2],
                run.getThreads(),
                String.join(" ", parameters),
                name[name.length - 1],
                compared.to(),
                time.getScore() / operations,
                time.getScoreError() / operations,
                time.getStatistics().getPercentile(50) / operations,
                time.getStatistics().getMin() / operations,
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / operations);
    }

    /** Of a benchmark by its full name: package, class, method. JMH writes nested classes with a dot. */
    public static Compared compared(String benchmark) {
        String[] name = benchmark.split("\\.", -1);
        String outer = String.join(".", List.of(name).subList(0, name.length - 2));
        try {
            for (Method method :
                    Class.forName(outer + "$" + name[name.length - 2]).getMethods()) {
                Compared compared = method.getAnnotation(Compared.class);
                if (compared != null && method.getName().equals(name[name.length - 1])) {
                    return compared;
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class of benchmark " + benchmark, e);
        }
        throw new IllegalStateException(benchmark + " has no @Compared");
    }
}
