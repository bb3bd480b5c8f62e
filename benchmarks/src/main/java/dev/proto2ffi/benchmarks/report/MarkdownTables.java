package dev.proto2ffi.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as Markdown. */
final class MarkdownTables {
    private MarkdownTables() {}

    static String of(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        line(text, sheet.columns().stream().map(Sheet.Column::title).toList());
        line(
                text,
                sheet.columns().stream()
                        .map(column -> column.number() ? "--:" : "---")
                        .toList());
        sheet.rows()
                .forEach(row -> line(text, row.stream().map(Sheet.Cell::text).toList()));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream()
                        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }
}
