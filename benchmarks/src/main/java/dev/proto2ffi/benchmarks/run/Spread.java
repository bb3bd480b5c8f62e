package dev.proto2ffi.benchmarks.run;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.ListStatistics;

/**
 * How far figures of the same thing lie apart. Samples of one JVM aren't independent: they share its compiled code, its
 * addresses, and the minute in which it ran. What is independent are the forks, so the error is taken from
 * these, and from iterations only where there is one fork.
 */
final class Spread {
    /** Standard error of a median of normal values, in standard errors of their mean: sqrt(pi / 2). */
    private static final double OF_A_MEDIAN = Math.sqrt(Math.PI / 2);

    private Spread() {}

    static double median(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Half of the 95 % interval of the median, by Student's t; null for fewer than two values. */
    static @Nullable Double error(Collection<Double> values) {
        if (values.size() < 2) {
            return null;
        }
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        if (Arrays.stream(all).distinct().count() == 1) {
            return 0.0;
        }
        return new ListStatistics(all).getMeanErrorAt(0.95) * OF_A_MEDIAN;
    }
}
