package dev.proto2ffi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.proto2ffi.benchmarks.harness.Contender;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void aRunAgreesWithItself() {
        assertThat(Agreement.of(SyntheticRun.of(1), SyntheticRun.of(1)).share()).isEqualTo(1);
    }

    @Test
    void aFigureWithinTheErrorOfTheEarlierAgrees() {
        assertThat(agrees(100, 5, 104)).isTrue();
        assertThat(agrees(100, 5, 96)).isTrue();
        assertThat(agrees(100, 5, 106)).isFalse();
        assertThat(agrees(100, 5, 94)).isFalse();
    }

    @Test
    void theErrorsOfBothRunsCount() {
        assertThat(agrees(100, 3, 105, 4)).isTrue();
        assertThat(agrees(100, 3, 106, 4)).isFalse();
    }

    @Test
    void aLongErrorBarIsNoExcuse() {
        assertThat(agrees(100, 50, 109)).isTrue();
        assertThat(agrees(100, 50, 111)).isFalse();
    }

    @Test
    void onlyRowsOfBothRunsCount() {
        Row one = SyntheticRun.row(Row.SAFE, "one", Contender.PROTO2FFI, "c", 1, 0.1);
        Row two = SyntheticRun.row(Row.SAFE, "two", Contender.PROTO2FFI, "c", 1, 0.1);
        Agreement agreement = Agreement.of(SyntheticRun.with(List.of(one)), SyntheticRun.with(List.of(one, two)));
        assertThat(agreement.pairs()).hasSize(1);
    }

    @Test
    void rowsThatDisagreeAreListedTheWorstFirst() {
        Agreement agreement = Agreement.of(
                SyntheticRun.with(List.of(row("a", 100), row("b", 100), row("c", 100))),
                SyntheticRun.with(List.of(row("a", 130), row("b", 50), row("c", 101))));
        assertThat(agreement.share()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(agreement.text()).startsWith("1 of 3 rows agree").containsSubsequence("-50.0 %", "+30.0 %");
        assertThat(agreement.varyingIds())
                .containsExactlyInAnyOrder(row("a", 1).id(), row("b", 1).id());
    }

    private static Row row(String shape, double median) {
        return SyntheticRun.row(Row.SAFE, shape, Contender.PROTO2FFI, "c", median, 5);
    }

    private static boolean agrees(double earlier, double error, double later) {
        return agrees(earlier, error, later, 0);
    }

    private static boolean agrees(double earlier, double error, double later, double laterError) {
        return new Agreement.Pair(
                        SyntheticRun.row(Row.SAFE, "x", Contender.PROTO2FFI, "c", earlier, error),
                        SyntheticRun.row(Row.SAFE, "x", Contender.PROTO2FFI, "c", later, laterError))
                .agrees();
    }
}
