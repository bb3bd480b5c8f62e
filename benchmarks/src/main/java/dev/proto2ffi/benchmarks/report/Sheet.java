package dev.proto2ffi.benchmarks.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to be shown: on a page, where it can be sorted and copied, or as Markdown.
 *
 * @param id for links
 * @param note what to know when reading it, in a sentence or two
 */
public record Sheet(String id, String title, String note, List<Column> columns, List<List<Cell>> rows) {
    /** A column; numbers stand at the right. */
    public record Column(String title, boolean number) {
        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    /**
     * @param sort the number behind the text; null sorts by the text
     * @param mark a class of emphasis: {@code good}, {@code bad}, {@code varies}; null for none
     */
    public record Cell(
            String text, @Nullable Double sort, @Nullable String mark) {
        public static final Cell EMPTY = new Cell("", null, null);

        static Cell of(String text) {
            return new Cell(text, null, null);
        }

        static Cell of(String text, @Nullable Double sort) {
            return new Cell(text, sort, null);
        }
    }

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(id + ": a row of " + row.size() + " cells");
            }
        }
    }
}
