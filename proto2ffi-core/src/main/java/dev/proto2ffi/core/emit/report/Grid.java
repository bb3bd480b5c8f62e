package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.text.DisplayText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text cells. With a style that has Unicode it is drawn with lines and kept within the screen's width, cells
 * that are too long being cut; otherwise it is plain columns, whole, for pipes and files.
 */
final class Grid {
    private static final String DIM = "\u001B[2m";
    private static final String RESET = "\u001B[0m";

    /** Text columns are not cut below this. */
    private static final int MIN_WIDTH = 8;

    private final String[] titles;
    private final boolean[] numbers;
    private final List<String[]> rows = new ArrayList<>();
    private final List<Boolean> dimmed = new ArrayList<>();

    /** @param numeric how many columns, from the left, are numbers: those stand to the right and are never cut */
    Grid(int numeric, String... titles) {
        this.titles = titles;
        this.numbers = new boolean[titles.length];
        Arrays.fill(numbers, 0, numeric, true);
    }

    /** @param dim whether the row is of less interest than others */
    void add(boolean dim, String... cells) {
        rows.add(cells);
        dimmed.add(dim);
    }

    String print(TextStyle style) {
        int[] widths = naturalWidths();
        StringBuilder out = new StringBuilder();
        if (!style.unicode()) {
            appendRow(out, style, widths, titles, "  ", "  ", "", false);
            for (String[] row : rows) {
                appendRow(out, style, widths, row, "  ", "  ", "", false);
            }
            return out.toString();
        }
        fit(widths, style.width());
        appendRule(out, widths, "┌", "┬", "┐");
        appendRow(out, style, widths, titles, "│ ", " │ ", " │", false);
        appendRule(out, widths, "├", "┼", "┤");
        for (int i = 0; i < rows.size(); i++) {
            appendRow(out, style, widths, rows.get(i), "│ ", " │ ", " │", dimmed.get(i));
        }
        appendRule(out, widths, "└", "┴", "┘");
        return out.toString();
    }

    private int[] naturalWidths() {
        int[] widths = new int[titles.length];
        for (int i = 0; i < titles.length; i++) {
            widths[i] = DisplayText.width(titles[i]);
            for (String[] row : rows) {
                widths[i] = Math.max(widths[i], DisplayText.width(row[i]));
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

    private void appendRow(
            StringBuilder out,
            TextStyle style,
            int[] widths,
            String[] cells,
            String left,
            String between,
            String right,
            boolean dim) {
        StringBuilder line = new StringBuilder(left);
        for (int i = 0; i < cells.length; i++) {
            String cell = cut(cells[i], widths[i]);
            String blanks = " ".repeat(widths[i] - DisplayText.width(cell));
            String padded = numbers[i] ? blanks + cell : cell + blanks;
            line.append(i == 0 ? "" : between);
            line.append(dim && style.colour() ? DIM + padded + RESET : padded);
        }
        out.append(right.isEmpty() ? line.toString().stripTrailing() : line + right)
                .append('\n');
    }

    private static void appendRule(StringBuilder out, int[] widths, String left, String cross, String right) {
        out.append(left);
        for (int i = 0; i < widths.length; i++) {
            out.append(i == 0 ? "" : cross).append("─".repeat(widths[i] + 2));
        }
        out.append(right).append('\n');
    }

    private static String cut(String text, int width) {
        if (DisplayText.width(text) <= width) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            used += DisplayText.width(codePoint);
            if (used > width - 1) {
                break;
            }
            out.appendCodePoint(codePoint);
            i += Character.charCount(codePoint);
        }
        return out.append('…').toString();
    }
}
