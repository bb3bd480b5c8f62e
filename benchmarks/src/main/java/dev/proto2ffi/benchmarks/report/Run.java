package dev.proto2ffi.benchmarks.report;

import java.util.List;

/**
 * A run of the suite: what {@code benchmarks.json} holds.
 *
 * @param schema version of this form
 * @param started in UTC, ISO 8601
 * @param seconds that it took
 * @param finished false where it was interrupted, and rows have fewer forks or are missing
 * @param leftOut what could not be measured, and why
 * @param failed rows that broke
 */
public record Run(
        int schema,
        String started,
        long seconds,
        boolean finished,
        Settings settings,
        Machine machine,
        List<Table> tables,
        List<Row> rows,
        List<Missing> leftOut,
        List<Missing> failed) {

    public static final int SCHEMA = 1;

    /** The heading of a category. */
    public record Table(String word, String title) {}

    /** A row or something larger, and why there is no figure. */
    public record Missing(String what, String why) {}

    public Run {
        tables = List.copyOf(tables);
        rows = List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
        failed = List.copyOf(failed);
    }

    public Rows asRows() {
        return new Rows(rows);
    }

    /** The same, with ratios and published figures by today's resources. */
    Run completed() {
        return new Run(
                schema, started, seconds, finished, settings, machine, tables, Rows.completed(rows), leftOut, failed);
    }
}
