package dev.proto2ffi.benchmarks.run;

import dev.proto2ffi.benchmarks.harness.Compared;
import dev.proto2ffi.benchmarks.harness.Comparison;
import dev.proto2ffi.benchmarks.report.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** A row that is being measured: what its forks have told so far. */
final class Measurement {
    /**
     * One JVM's figures, ns of an operation.
     *
     * @param median of the medians of its iterations
     */
    private record Fork(
            double median,
            double mean,
            double best,
            double percentile90,
            double percentile99,
            long samples,
            @Nullable Double bytes) {}

    private final Plan.Task task;
    private final Comparison comparison;
    private final List<Fork> forks = new ArrayList<>();
    /** Medians of iterations, of all forks. */
    private final List<Double> iterations = new ArrayList<>();

    private int threads = 1;

    Measurement(Plan.Task task) {
        this.task = task;
        this.comparison = Comparison.of(task.benchmark());
    }

    /** Adds the forks of a result, and tells the median of the last, ns of an operation. */
    double add(RunResult result) {
        threads = result.getParams().getThreads();
        double operations = comparison.compared().operations();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            List<Double> medians = new ArrayList<>();
            for (IterationResult iteration : fork.getIterationResults()) {
                medians.add(iteration.getPrimaryResult().getStatistics().getPercentile(50) / operations);
            }
            iterations.addAll(medians);
            Statistics all = fork.getPrimaryResult().getStatistics();
            Result<?> bytes = fork.getSecondaryResults().get("gc.alloc.rate.norm");
            forks.add(new Fork(
                    Spread.median(medians),
                    all.getMean() / operations,
                    all.getMin() / operations,
                    all.getPercentile(90) / operations,
                    all.getPercentile(99) / operations,
                    all.getN(),
                    bytes == null || Double.isNaN(bytes.getScore()) ? null : bytes.getScore() / operations));
        }
        return forks.get(forks.size() - 1).median();
    }

    /** From all forks so far, of which there is at least one. */
    Row row() {
        List<Double> medians = forks.stream().map(Fork::median).toList();
        Row.Time time = new Row.Time(
                Spread.median(medians),
                Spread.error(medians.size() > 1 ? medians : iterations),
                forks.stream().mapToDouble(Fork::mean).average().orElseThrow(),
                forks.stream().mapToDouble(Fork::best).min().orElseThrow(),
                Spread.median(forks.stream().map(Fork::percentile90).toList()),
                Spread.median(forks.stream().map(Fork::percentile99).toList()));
        List<Double> bytes =
                forks.stream().map(Fork::bytes).filter(Objects::nonNull).toList();
        Compared compared = comparison.compared();
        return new Row(
                task.category(),
                comparison.benchmark(),
                comparison.mode(),
                threads,
                task.parameters(),
                comparison.shape(),
                compared.by(),
                compared.by().kind(),
                compared.operations(),
                time,
                forks.size(),
                forks.stream().mapToLong(Fork::samples).sum(),
                medians,
                bytes.isEmpty() ? null : Spread.median(bytes),
                compared.to(),
                null,
                null);
    }
}
