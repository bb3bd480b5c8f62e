package dev.proto2ffi.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The rows of a category for a terminal: the fastest of each case first. */
public final class TextTable {
    private TextTable() {}

    public static String of(String title, List<Row> rows) {
        StringBuilder text = new StringBuilder(title).append('\n');
        line(text, "mode", "thr", "case", "shape", "ns", "±", "ratio", "to", "B/op");
        rows.stream()
                .sorted(Comparator.comparing(Row::benchmark)
                        .thenComparing(Row::mode, Comparator.reverseOrder())
                        .thenComparingInt(Row::threads)
                        // Numbers by their size.
                        .thenComparingInt(row -> row.parameterValues().length())
                        .thenComparing(Row::parameterValues)
                        .thenComparingDouble(row -> row.time().median()))
                .forEach(row -> line(
                        text,
                        row.mode().toLowerCase(Locale.ROOT),
                        String.valueOf(row.threads()),
                        row.parameterValues(),
                        row.shape(),
                        String.format(Locale.ROOT, "%,.3f", row.time().median()),
                        row.time().error() == null
                                ? ""
                                : String.format(Locale.ROOT, "%,.3f", row.time().error()),
                        row.ratio() == null ? "" : Numbers.ratioText(row.ratio().value()),
                        row.twin(),
                        Numbers.bytes(row.bytesPerOperation()).text()));
        return text.toString();
    }

    private static void line(StringBuilder text, Object... cells) {
        text.append(String.format(Locale.ROOT, "%-5s %3s %-18s %-24s %12s %10s %8s  %-20s %9s", cells)
                        .stripTrailing())
                .append('\n');
    }
}
