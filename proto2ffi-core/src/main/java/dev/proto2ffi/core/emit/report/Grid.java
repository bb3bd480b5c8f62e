package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.text.DisplayText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text cells, within the width of a screen: text that is too long goes on in the next line of its cell, so that
 * nothing is lost. Without lines it is plain columns, as wide as they need to be, for pipes and files.
 */
final class Grid {
    /** Columns of text are not made narrower than this. */
    private static final int MIN_WIDTH = 4;

    /** What stands in a row. */
    private record Row(Paint paint, List<List<String>> cells, String rule) {
        static Row of(Paint paint, String... cells) {
            List<List<String>> whole = new ArrayList<>();
            for (String cell : cells) {
                whole.add(List.of(cell));
            }
            return new Row(paint, whole, "");
        }

        boolean isRule() {
            return cells.isEmpty();
        }

        int height() {
            return cells.stream().mapToInt(List::size).max().orElse(0);
        }
    }

    private final String[] titles;
    private final boolean[] numbers;
    private final List<Row> rows = new ArrayList<>();

    /** @param numeric how many columns, from the left, are numbers: those stand to the right and are never broken */
    Grid(int numeric, String... titles) {
        this.titles = titles;
        this.numbers = new boolean[titles.length];
        Arrays.fill(numbers, 0, numeric, true);
    }

    /** @param paint how the row's text is coloured */
    void add(Paint paint, String... cells) {
        rows.add(Row.of(paint, cells));
    }

    /** A line across, with a word about what begins there; not part of plain columns. */
    void addRule(String text) {
        rows.add(new Row(Paint.DIM, List.of(), text));
    }

    /** Plain columns. */
    String columns(boolean colour) {
        int[] widths = naturalWidths();
        StringBuilder out = new StringBuilder();
        appendColumns(out, widths, Row.of(Paint.PLAIN, titles), colour);
        for (Row row : rows) {
            if (!row.isRule()) {
                appendColumns(out, widths, row, colour);
            }
        }
        return out.toString();
    }

    /** With lines. */
    String draw(Frame frame, int screen, boolean colour) {
        int[] widths = naturalWidths();
        fit(widths, screen);
        StringBuilder out = new StringBuilder();
        appendLine(out, widths, frame, frame.top(), colour);
        appendRow(out, widths, frame, Row.of(Paint.BOLD, titles), colour);
        appendLine(out, widths, frame, frame.middle(), colour);
        for (Row row : rows) {
            if (row.isRule()) {
                appendRule(out, widths, frame, row.rule(), colour);
            } else {
                appendRow(out, widths, frame, row, colour);
            }
        }
        appendLine(out, widths, frame, frame.bottom(), colour);
        return out.toString();
    }

    private int[] naturalWidths() {
        int[] widths = new int[titles.length];
        for (int i = 0; i < titles.length; i++) {
            widths[i] = DisplayText.width(titles[i]);
            for (Row row : rows) {
                if (!row.isRule()) {
                    widths[i] = Math.max(
                            widths[i], DisplayText.width(row.cells().get(i).get(0)));
                }
            }
        }
        return widths;
    }

    /** Takes columns from the widest text, one by one, until the table fits or nothing more can be taken. */
    private void fit(int[] widths, int screen) {
        int excess = Arrays.stream(widths).sum() + 3 * widths.length + 1 - screen;
        while (excess > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (!numbers[i] && widths[i] > MIN_WIDTH && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            excess--;
        }
    }

    private void appendColumns(StringBuilder out, int[] widths, Row row, boolean colour) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < titles.length; i++) {
            line.append("  ").append(padded(row.cells().get(i).get(0), widths[i], numbers[i]));
        }
        out.append(row.paint().on(line.toString().stripTrailing(), colour)).append('\n');
    }

    private void appendRow(StringBuilder out, int[] widths, Frame frame, Row whole, boolean colour) {
        Row row = broken(whole, widths);
        String bar = Paint.DIM.on(frame.bar(), colour);
        for (int line = 0; line < row.height(); line++) {
            for (int i = 0; i < titles.length; i++) {
                List<String> cell = row.cells().get(i);
                String text = padded(line < cell.size() ? cell.get(line) : "", widths[i], numbers[i]);
                out.append(bar)
                        .append(' ')
                        .append(text.isBlank() ? text : row.paint().on(text, colour))
                        .append(' ');
            }
            out.append(bar).append('\n');
        }
    }

    private Row broken(Row row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            String text = row.cells().get(i).get(0);
            cells.add(numbers[i] ? List.of(text) : Lines.broken(text, widths[i]));
        }
        return new Row(row.paint(), cells, row.rule());
    }

    private static String padded(String text, int width, boolean toTheRight) {
        String blanks = " ".repeat(Math.max(0, width - DisplayText.width(text)));
        return toTheRight ? blanks + text : text + blanks;
    }

    private static void appendLine(StringBuilder out, int[] widths, Frame frame, Frame.Line line, boolean colour) {
        StringBuilder text = new StringBuilder(line.left());
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "" : line.cross()).append(frame.dash().repeat(widths[i] + 2));
        }
        out.append(Paint.DIM.on(text.append(line.right()).toString(), colour)).append('\n');
    }

    private static void appendRule(StringBuilder out, int[] widths, Frame frame, String text, boolean colour) {
        int inner = Arrays.stream(widths).sum() + 3 * widths.length - 1;
        for (String line : Lines.broken(text, Math.max(MIN_WIDTH, inner - 4))) {
            String middle = frame.dots() + " " + line + " ";
            String rest = frame.dots().repeat(Math.max(0, inner - DisplayText.width(middle)));
            out.append(Paint.DIM.on(
                            frame.middle().left()
                                    + middle
                                    + rest
                                    + frame.middle().right(),
                            colour))
                    .append('\n');
        }
    }
}
