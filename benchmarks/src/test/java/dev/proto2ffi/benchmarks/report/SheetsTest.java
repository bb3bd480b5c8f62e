package dev.proto2ffi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.benchmarks.harness.Contender;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetsTest {
    private final Run run = SyntheticRun.of(1);
    private final Sheets sheets = new Sheets(run, Set.of());

    @Test
    void everyRowOfACategoryIsInItsTable() {
        run.tables()
                .forEach(table -> assertThat(sheets.category(table).rows())
                        .hasSameSizeAs(run.asRows().of(table.word()))
                        .isNotEmpty());
    }

    @Test
    void rowsThatVarySaySo() {
        Row row = run.asRows().of("pool").get(0);
        Sheet sheet = new Sheets(run, Set.of(row.id())).category(new Run.Table("pool", "pool"));
        assertThat(sheet.rows().stream()
                        .filter(cells ->
                                cells.stream().anyMatch(cell -> cell.text().equals("varies between runs"))))
                .hasSize(1);
    }

    @Test
    void derivedRatiosAreGeometricMeans() {
        List<Row> rows = Rows.completed(
                List.of(ours("40", 2), rust("40", 1), ours("41", 8), rust("41", 1), ours("5584", 3), rust("5584", 1)));
        List<Derived> derived = Derived.published(new Rows(rows));
        assertThat(derived).extracting(Derived::published).containsExactly(8.9, 2.0, 2.9, 27.6, 3.0);
        assertThat(Numbers.factor(derived.get(0).safe()).text()).isEqualTo("4.00");
        assertThat(derived.get(0).rows()).isEqualTo(2);
        assertThat(derived.get(1).safe()).isNull();
        assertThat(Numbers.factor(derived.get(2).safe()).text()).isEqualTo("3.00");
    }

    @Test
    void figuresHaveThreeDigits() {
        assertThat(List.of(0.2341, 2.346, 23.46, 234.6, 2345.6, 0.0012, 2.0, 0.0))
                .extracting(Numbers::text)
                .containsExactly("0.234", "2.35", "23.5", "235", "2,346", "0.0012", "2.00", "0");
        assertThat(Numbers.time(new Row.Time(2.0, 0.123, 2, 2, 2, 2)).text()).isEqualTo("2.00 ± 0.12");
    }

    @Test
    void markdownKeepsItsColumns() {
        Sheet sheet = new Sheet(
                "x",
                "X",
                "",
                List.of(Sheet.Column.text("a"), Sheet.Column.number("b")),
                List.of(List.of(Sheet.Cell.of("1 | 2"), Sheet.Cell.of("3", 3.0))));
        assertThat(MarkdownTables.of(sheet)).isEqualTo("| a | b |\n| --- | --: |\n| 1 \\| 2 | 3 |\n");
    }

    @Test
    void fieldsOfResourcesMayHaveCommas() {
        assertThat(Resource.fields("a, \"b, \"\"c\"\"\",,d")).containsExactly("a", "b, \"c\"", "", "d");
    }

    @Test
    void everyResourceIsWellFormed() {
        assertThat(Resource.table("published.csv", 7)).isNotEmpty().allSatisfy(fields -> {
            assertThat(SyntheticRun.WORDS).contains(fields.get(0));
            assertThat(fields.get(5)).isIn("ns", "us", "M/s");
        });
        Resource.table("ladder.csv", 7)
                .forEach(fields -> assertThat(SyntheticRun.WORDS).contains(fields.get(1)));
        assertThat(LeftOut.always())
                .allSatisfy(missing -> assertThat(missing.why()).isNotBlank());
        SyntheticRun.WORDS.forEach(word ->
                assertThat(Words.of(new Run.Table(word, "unknown")).sentence()).isNotEqualTo("unknown"));
        assertThatThrownBy(() -> Resource.table("published.csv", 6)).hasMessageContaining("7 fields instead of 6");
    }

    private static Row ours(String bytes, double median) {
        return row(bytes, "confined", Contender.PROTO2FFI, median);
    }

    private static Row rust(String bytes, double median) {
        return row(bytes, "rust", Contender.RUST, median);
    }

    private static Row row(String bytes, String shape, Contender contender, double median) {
        return SyntheticRun.row(
                "allocation", "Allocating", Row.SAFE, 1, Map.of("bytes", bytes), shape, contender, "rust", median, 0);
    }
}
