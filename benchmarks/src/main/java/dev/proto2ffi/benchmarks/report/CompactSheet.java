package dev.proto2ffi.benchmarks.report;

import dev.proto2ffi.benchmarks.report.Sheet.Cell;
import dev.proto2ffi.benchmarks.report.Sheet.Column;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a category for the docs: safe and raw access beside each other. */
final class CompactSheet {
    private CompactSheet() {}

    static Sheet of(Run.Table table, List<Row> rows) {
        Map<String, Map<String, Row>> lines = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparing(Row::benchmark)
                        .thenComparingInt(Row::threads)
                        .thenComparingInt(row -> row.parameterValues().length())
                        .thenComparing(Row::parameterValues)
                        .thenComparingDouble(row -> row.time().median()))
                .forEach(row -> lines.computeIfAbsent(
                                row.benchmark() + Sheets.caseText(row) + row.shape(), key -> new TreeMap<>())
                        .put(row.mode().equals(Row.RAW) ? Row.RAW : Row.SAFE, row));
        Words words = Words.of(table);
        return new Sheet(
                table.word(),
                words.heading(),
                words.sentence(),
                List.of(
                        Column.text("case"),
                        Column.text("shape"),
                        Column.text("by"),
                        Column.number("ns, safe"),
                        Column.number("to native"),
                        Column.number("ns, raw"),
                        Column.number("to native"),
                        Column.number("B/op"),
                        Column.text("published Rust / Dart")),
                lines.values().stream().map(CompactSheet::cells).toList());
    }

    private static List<Cell> cells(Map<String, Row> modes) {
        Row safe = modes.get(Row.SAFE);
        Row raw = modes.get(Row.RAW);
        Row any = safe == null ? modes.values().iterator().next() : safe;
        return List.of(
                Cell.of(Sheets.caseText(any)),
                Cell.of("`" + any.shape() + "`"),
                Cell.of(any.contender().label()),
                time(safe),
                ratio(safe),
                time(raw),
                ratio(raw),
                Numbers.bytes(any.bytesPerOperation()),
                Sheets.published(any.published()));
    }

    private static Cell time(@Nullable Row row) {
        return row == null ? Cell.EMPTY : Numbers.time(row.time());
    }

    private static Cell ratio(@Nullable Row row) {
        if (row == null || row.ratio() == null) {
            return Cell.EMPTY;
        }
        return Cell.of(Numbers.ratioText(row.ratio().value()));
    }
}
