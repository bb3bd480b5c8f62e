package dev.proto2ffi.benchmarks.report;

import dev.proto2ffi.benchmarks.report.Sheet.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as text: three digits that count, as more are noise. */
final class Numbers {
    private static final int DIGITS = 3;

    private Numbers() {}

    static String text(double value) {
        if (value == 0 || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int decimals = Math.min(Math.max(rounded.scale(), 0), 4);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    /** With as many decimals as the figure that it belongs to. */
    private static String error(double value, double error) {
        String figure = text(value);
        int point = figure.indexOf('.');
        return String.format(Locale.ROOT, "%,." + (point < 0 ? 0 : figure.length() - point - 1) + "f", error);
    }

    static Cell time(Row.Time time) {
        String text = text(time.median());
        return Cell.of(time.error() == null ? text : text + " ± " + error(time.median(), time.error()), time.median());
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
    static double geometricMean(java.util.stream.DoubleStream values) {
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
