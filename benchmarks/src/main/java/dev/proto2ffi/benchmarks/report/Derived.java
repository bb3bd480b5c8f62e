package dev.proto2ffi.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Ratios of many rows in one: geometric means of what our rows take by what their native twins take.
 *
 * @param rows of ours that have a twin, in safe access or without a mode
 * @param safe null where there is no such row
 * @param raw in raw access; null where there is no such row
 * @param published Rust to Dart, of the earlier system; null where there is none
 */
public record Derived(
        String label,
        int rows,
        @Nullable Double safe,
        @Nullable Double raw,
        @Nullable Double published,
        String note) {

    /** By size class and kind of work, as they were published. */
    static List<Derived> published(Rows rows) {
        List<Derived> all = new ArrayList<>();
        for (List<String> fields : Resource.table("derived.csv", 6)) {
            Derived derived = of(
                    fields.get(0),
                    rows,
                    row -> Glob.matches(fields.get(1), row.category())
                            && Glob.matches(fields.get(2), row.shape())
                            && isWithin(fields.get(3), row.parameters().get("bytes")),
                    Double.valueOf(fields.get(4)),
                    fields.get(5));
            all.add(derived);
        }
        return all;
    }

    /** By category, those without rows left out. */
    static List<Derived> byCategory(Run run) {
        return run.tables().stream()
                .map(table -> of(
                        Words.of(table).heading(),
                        run.asRows(),
                        row -> row.category().equals(table.word()),
                        null,
                        ""))
                .filter(derived -> derived.safe() != null || derived.raw() != null)
                .toList();
    }

    /** All rows. */
    static Derived total(Rows rows) {
        return of("all", rows, row -> true, null, "");
    }

    private static Derived of(String label, Rows rows, Predicate<Row> which, @Nullable Double published, String note) {
        List<Row> ours =
                rows.ours().filter(row -> row.ratio() != null).filter(which).toList();
        List<Row> safe =
                ours.stream().filter(row -> !row.mode().equals(Row.RAW)).toList();
        List<Row> raw = ours.stream().filter(row -> row.mode().equals(Row.RAW)).toList();
        return new Derived(label, safe.size(), mean(safe), mean(raw), published, note);
    }

    private static @Nullable Double mean(List<Row> rows) {
        return rows.isEmpty()
                ? null
                : Numbers.geometricMean(rows.stream()
                        .mapToDouble(row -> Objects.requireNonNull(row.ratio()).value()));
    }

    private static boolean isWithin(String range, @Nullable String bytes) {
        if (range.isEmpty()) {
            return true;
        }
        if (bytes == null || !bytes.matches("\\d{1,9}")) {
            return false;
        }
        int dash = range.indexOf('-');
        int value = Integer.parseInt(bytes);
        return value >= Integer.parseInt(range.substring(0, dash))
                && value <= Integer.parseInt(range.substring(dash + 1));
    }
}
