package dev.proto2ffi.benchmarks.report;

import dev.proto2ffi.benchmarks.report.Sheet.Cell;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Figures as text: three digits that count, as more are noise. */
final class Numbers {
    private static final int DIGITS = 3;

    /** Below that, a picosecond, nothing is told. */
    private static final int MOST_DECIMALS = 4;

    private Numbers() {}

    static String text(double value) {
        return text(value, decimals(value));
    }

    private static String text(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static int decimals(double value) {
        if (value == 0) {
            return 0;
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        return Math.min(Math.max(DIGITS - 1 - magnitude, 0), MOST_DECIMALS);
    }

    static Cell time(Row.Time time) {
        String text = text(time.median());
        return Cell.of(
                time.error() == null ? text : text + " ± " + text(time.error(), decimals(time.median())),
                time.median());
    }

    static Cell number(@Nullable Double value) {
        return value == null ? Cell.EMPTY : Cell.of(text(value), value);
    }

    static Cell factor(@Nullable Double value) {
        return value == null ? Cell.EMPTY : Cell.of(ratioText(value), value);
    }

    static String ratioText(double value) {
        return value >= 100 ? text(value) : String.format(Locale.ROOT, "%.2f", value);
    }

    static Cell ratio(Row.@Nullable Ratio ratio) {
        return ratio == null
                ? Cell.EMPTY
                : Cell.of(ratioText(ratio.value()) + " ± " + ratioText(ratio.error()), ratio.value());
    }

    /** The nth root of the product of n values: what ratios are averaged by. NaN for none. */
    static double geometricMean(DoubleStream values) {
        return Math.exp(values.map(Math::log).average().orElse(Double.NaN));
    }

    /** Garbage: what is less than a thousandth of a byte is the harness's. */
    static Cell bytes(@Nullable Double bytes) {
        if (bytes == null) {
            return Cell.EMPTY;
        }
        return Cell.of(bytes < 0.5 ? "0" : text(bytes), bytes);
    }
}
