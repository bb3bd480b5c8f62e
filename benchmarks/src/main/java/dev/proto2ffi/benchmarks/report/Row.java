package dev.proto2ffi.benchmarks.report;

import dev.proto2ffi.benchmarks.harness.Contender;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a benchmark with one set of parameters.
 *
 * @param category its word on the command line
 * @param benchmark the simple name of its class
 * @param mode of access: {@code Safe}, {@code Raw}, or {@code Plain} where it can't matter
 * @param threads that ran at the same time
 * @param parameters by name
 * @param shape the method
 * @param operations of an invocation
 * @param forks JVMs that measured it
 * @param samples invocations that were timed, of all forks
 * @param forkMedians of each fork, the median of its iterations' medians, ns of an operation
 * @param bytesPerOperation on the heap; null where it wasn't counted
 * @param twin the shape that does the same work natively
 * @param ratio to the twin; null until it is known, and where the twin is missing
 * @param published figures of the earlier system; null where there are none
 */
public record Row(
        String category,
        String benchmark,
        String mode,
        int threads,
        Map<String, String> parameters,
        String shape,
        Contender contender,
        Contender.Kind kind,
        int operations,
        Time time,
        int forks,
        long samples,
        List<Double> forkMedians,
        @Nullable Double bytesPerOperation,
        String twin,
        @Nullable Ratio ratio,
        Figures.@Nullable Published published) {

    /**
     * Nanoseconds of an operation.
     *
     * @param median of the forks' medians: the figure that is shown and compared
     * @param error half of its 95 % interval, from the spread between forks; null where nothing can be told
     * @param mean of all samples, disturbed ones included
     * @param best the fastest sample
     * @param percentile90 of all samples
     * @param percentile99 of all samples
     */
    public record Time(
            double median, @Nullable Double error, double mean, double best, double percentile90, double percentile99) {

        /** The error, but never less than nothing. */
        public double errorOrZero() {
            return error == null ? 0 : error;
        }
    }

    /**
     * How many times as long as another row.
     *
     * @param error half of the 95 % interval
     */
    public record Ratio(double value, double error) {
        /** Of independent times. */
        public static Ratio of(Time time, Time to) {
            double value = time.median() / to.median();
            double relative = Math.hypot(time.errorOrZero() / time.median(), to.errorOrZero() / to.median());
            return new Ratio(value, value * relative);
        }
    }

    public static final String SAFE = "Safe";
    public static final String RAW = "Raw";
    public static final String PLAIN = "Plain";

    /** The values of the parameters, in the order of their names. */
    public String parameterValues() {
        return String.join(" ", parameters.values());
    }

    /** The parameters as a reader wants them: {@code bytes 40, server c}. */
    public String parameterText() {
        return String.join(
                ", ",
                parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    /** The same in every run. */
    public String id() {
        return category + " " + benchmark + "." + mode + "." + shape
                + (parameters.isEmpty() ? "" : " " + parameterText()) + (threads > 1 ? " threads " + threads : "");
    }

    /** Whether both are of one class, with the same parameters and as many threads: what may be compared. */
    public boolean isCaseOf(Row that) {
        return category.equals(that.category)
                && benchmark.equals(that.benchmark)
                && threads == that.threads
                && parameters.equals(that.parameters);
    }

    /** The same, with what only the other rows and the resources tell. */
    Row beside(@Nullable Ratio toTwin, Figures.@Nullable Published figures) {
        return new Row(
                category,
                benchmark,
                mode,
                threads,
                parameters,
                shape,
                contender,
                kind,
                operations,
                time,
                forks,
                samples,
                forkMedians,
                bytesPerOperation,
                twin,
                toTwin,
                figures);
    }
}
