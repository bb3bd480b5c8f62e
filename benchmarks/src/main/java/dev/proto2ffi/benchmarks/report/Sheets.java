package dev.proto2ffi.benchmarks.report;

import dev.proto2ffi.benchmarks.harness.Contender.Kind;
import dev.proto2ffi.benchmarks.report.Sheet.Cell;
import dev.proto2ffi.benchmarks.report.Sheet.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a run, as the report and the docs show them. */
final class Sheets {
    private static final int WINS = 10;

    private final Run run;
    private final Rows rows;
    private final Set<String> varying;

    /** @param varying ids of rows that differ from an earlier run */
    Sheets(Run run, Set<String> varying) {
        this.run = run;
        this.rows = run.asRows();
        this.varying = varying;
    }

    /** All rows of a category. */
    Sheet category(Run.Table table) {
        List<List<Cell>> lines = rows.of(table.word()).stream()
                .sorted(Comparator.comparing(Row::benchmark)
                        .thenComparingInt(Row::threads)
                        .thenComparingInt(row -> row.parameterValues().length())
                        .thenComparing(Row::parameterValues)
                        .thenComparing(Row::mode, Comparator.reverseOrder())
                        .thenComparingDouble(row -> row.time().median()))
                .map(this::cells)
                .toList();
        Words words = Words.of(table);
        return new Sheet(
                table.word(),
                words.heading(),
                words.sentence(),
                List.of(
                        Column.text("case"),
                        Column.text("mode"),
                        Column.text("shape"),
                        Column.text("by"),
                        Column.number("ns ± error"),
                        Column.number("mean"),
                        Column.number("fastest"),
                        Column.text("native twin"),
                        Column.number("to native"),
                        Column.number("to best peer"),
                        Column.text("published Rust / Dart"),
                        Column.number("B/op"),
                        Column.text("note")),
                lines);
    }

    private List<Cell> cells(Row row) {
        boolean isOurs = row.kind() == Kind.OURS;
        return List.of(
                Cell.of(caseText(row)),
                Cell.of(row.mode().toLowerCase(Locale.ROOT)),
                Cell.of(row.shape()),
                Cell.of(row.contender().label()),
                Numbers.time(row.time()),
                Numbers.number(row.time().mean()),
                Numbers.number(row.time().best()),
                row.twin().equals(row.shape()) ? Cell.EMPTY : Cell.of(row.twin()),
                marked(Numbers.ratio(row.ratio()), isOurs),
                isOurs
                        ? rows.fastestPeer(row)
                                .map(peer -> Numbers.ratio(Row.Ratio.of(row.time(), peer.time())))
                                .orElse(Cell.EMPTY)
                        : Cell.EMPTY,
                published(row.published()),
                Numbers.bytes(row.bytesPerOperation()),
                varying.contains(row.id()) ? new Cell("varies between runs", null, "varies") : Cell.EMPTY);
    }

    private static Cell marked(Cell ratio, boolean isOurs) {
        if (!isOurs || ratio.sort() == null) {
            return ratio;
        }
        return new Cell(ratio.text(), ratio.sort(), ratio.sort() > Behind.LIMIT ? "bad" : "good");
    }

    static Cell published(Figures.@Nullable Published published) {
        if (published == null) {
            return Cell.EMPTY;
        }
        String text = text(published.rust()) + " / " + text(published.dart()) + " " + published.unit()
                + (published.note().isEmpty() ? "" : " (" + published.note() + ")");
        return Cell.of(text, published.rust());
    }

    private static String text(@Nullable Double figure) {
        return figure == null ? "–" : Numbers.text(figure);
    }

    /** Parameters and threads. */
    static String caseText(Row row) {
        List<String> parts = new ArrayList<>();
        if (!row.parameters().isEmpty()) {
            parts.add(row.parameterText());
        }
        if (row.threads() > 1) {
            parts.add(row.threads() + " threads");
        }
        return String.join(", ", parts);
    }

    /** A row in a table of many categories. */
    static String name(Row row) {
        String details = caseText(row);
        return row.shape()
                + (row.mode().equals(Row.PLAIN) ? "" : ", " + row.mode().toLowerCase(Locale.ROOT))
                + (details.isEmpty() ? "" : ", " + details);
    }

    /** Table 8. */
    Sheet derived() {
        List<List<Cell>> lines = new ArrayList<>();
        Derived.published(rows).forEach(derived -> lines.add(cells("published", derived)));
        Derived.byCategory(run).forEach(derived -> lines.add(cells("category", derived)));
        lines.add(cells("", Derived.total(rows)));
        return new Sheet(
                "derived",
                "Derived",
                "Geometric means of our times by those of the native twins. The published ratios are those of Dart to Rust on another machine.",
                List.of(
                        Column.text("by"),
                        Column.text("group"),
                        Column.number("rows"),
                        Column.number("safe / native"),
                        Column.number("raw / native"),
                        Column.number("published Dart / Rust"),
                        Column.text("from")),
                lines);
    }

    private static List<Cell> cells(String by, Derived derived) {
        return List.of(
                Cell.of(by),
                Cell.of(derived.label()),
                Cell.of(String.valueOf(derived.rows()), (double) derived.rows()),
                Numbers.factor(derived.safe()),
                Numbers.factor(derived.raw()),
                derived.published() == null
                        ? Cell.EMPTY
                        : Cell.of(String.format(Locale.ROOT, "%.1f", derived.published()), derived.published()),
                Cell.of(derived.note()));
    }

    Sheet behind(List<Behind> all) {
        return new Sheet(
                "behind",
                "Where we are behind",
                "Rows of ours that take more than " + Behind.LIMIT
                        + " times as long as native code, or longer than a peer by more than the error bars, and why.",
                List.of(
                        Column.text("table"),
                        Column.text("row"),
                        Column.number("ns ± error"),
                        Column.number("to native"),
                        Column.text("behind"),
                        Column.text("cause"),
                        Column.text("evidence")),
                all.stream()
                        .map(behind -> List.of(
                                Cell.of(behind.row().category()),
                                Cell.of(name(behind.row())),
                                Numbers.time(behind.row().time()),
                                Numbers.ratio(behind.row().ratio()),
                                Cell.of(behind.whom()),
                                behind.cause() == null
                                        ? new Cell("not yet explained", null, "bad")
                                        : Cell.of(behind.cause().cause()),
                                behind.cause() == null
                                        ? Cell.EMPTY
                                        : Cell.of(behind.cause().evidence())))
                        .toList());
    }

    Sheet ladder() {
        return new Sheet(
                "steps",
                "The calculator ladder",
                "Each step of the study: what it claimed to gain, and what it gains here. Gain: time before the step by time after it.",
                List.of(
                        Column.text("step"),
                        Column.text("from"),
                        Column.text("to"),
                        Column.number("ns before"),
                        Column.number("ns after"),
                        Column.number("measured gain"),
                        Column.number("claimed gain"),
                        Column.text("verdict"),
                        Column.text("note")),
                Ladder.of(rows).stream()
                        .map(step -> List.of(
                                Cell.of(step.step()),
                                Cell.of(step.before().shape()),
                                Cell.of(step.after().shape()),
                                Numbers.time(step.before().time()),
                                Numbers.time(step.after().time()),
                                Numbers.ratio(step.gain()),
                                Numbers.factor(step.claimed()),
                                Cell.of(step.verdict()),
                                Cell.of(step.note())))
                        .toList());
    }

    /** The largest leads of ours over the fastest peer or over native code, one for each shape. */
    Sheet wins() {
        record Win(Row row, String whom, double factor) {}
        List<Win> all = new ArrayList<>();
        rows.ours().forEach(row -> {
            if (row.ratio() != null) {
                all.add(new Win(row, row.twin() + " (native)", 1 / row.ratio().value()));
            }
            rows.fastestPeer(row)
                    .ifPresent(peer -> all.add(new Win(
                            row,
                            peer.shape() + " (" + peer.contender().label() + ")",
                            peer.time().median() / row.time().median())));
        });
        Set<String> seen = new HashSet<>();
        List<List<Cell>> lines = all.stream()
                .filter(win -> win.factor() > 1 + Agreement.CAP)
                .sorted(Comparator.comparingDouble(win -> -win.factor()))
                .filter(win -> seen.add(win.row().category() + win.row().shape() + win.whom()))
                .limit(WINS)
                .map(win -> List.of(
                        Cell.of(win.row().category()),
                        Cell.of(name(win.row())),
                        Numbers.time(win.row().time()),
                        Cell.of(win.whom()),
                        new Cell(Numbers.ratioText(win.factor()) + "x", win.factor(), "good")))
                .toList();
        return new Sheet(
                "wins",
                "Where we are ahead",
                "The largest leads over the fastest peer on the same work, or over native code.",
                List.of(
                        Column.text("table"),
                        Column.text("row"),
                        Column.number("ns ± error"),
                        Column.text("ahead of"),
                        Column.number("times as fast")),
                lines);
    }
}
