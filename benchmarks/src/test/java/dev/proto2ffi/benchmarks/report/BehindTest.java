package dev.proto2ffi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.harness.Contender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BehindTest {
    private static final Row RUST = SyntheticRun.row(Row.SAFE, "rust", Contender.RUST, "rust", 1, 0);

    @Test
    void oneAndAHalfTimesNativeIsBehind() {
        assertThat(behind(List.of(ours(1.49), RUST))).isEmpty();
        assertThat(behind(List.of(ours(1.51), RUST))).singleElement().satisfies(one -> {
            assertThat(one.isBehindNative()).isTrue();
            assertThat(one.peer()).isNull();
        });
    }

    @Test
    void nativeRowsAndPeersAreNotOurs() {
        Row slow = SyntheticRun.row(Row.SAFE, "c", Contender.C, "rust", 9, 0);
        Row peer = SyntheticRun.row(Row.PLAIN, "records", Contender.RECORDS, "rust", 9, 0);
        assertThat(behind(List.of(slow, peer, RUST))).isEmpty();
    }

    @Test
    void aPeerIsFasterOnlyBeyondTheErrors() {
        assertThat(behind(List.of(ours(1.2), peer(1.1, 0.08), RUST))).isEmpty();
        assertThat(behind(List.of(ours(1.2), peer(1.1, 0.01), RUST)))
                .singleElement()
                .satisfies(one -> assertThat(one.whom()).isEqualTo("Java records (records): 1.09 times as long"));
    }

    @Test
    void anErrorBarBeyondATenthHidesNoPeer() {
        assertThat(behind(List.of(ours(1.4), peer(1.1, 5), RUST))).hasSize(1);
    }

    @Test
    void theFarthestBehindComesFirst() {
        Row worst = SyntheticRun.row(Row.SAFE, "worst", Contender.PROTO2FFI, "rust", 7, 0);
        assertThat(behind(List.of(ours(2), worst, RUST)))
                .extracting(one -> one.row().shape())
                .containsExactly("worst", "confined");
    }

    @Test
    void causesAreFoundByPatterns() {
        Row row = ours(3);
        assertThat(explains("pool", "conf*", null, null, row)).isTrue();
        assertThat(explains("pool", "*", "Safe", "", row)).isTrue();
        assertThat(explains("pool", "conf", null, null, row)).isFalse();
        assertThat(explains("cache", "*", null, null, row)).isFalse();
        assertThat(explains("pool", "*", "Raw", null, row)).isFalse();
        assertThat(explains("pool", "*", null, "40", row)).isFalse();
    }

    @Test
    void theResourceIsWellFormed() {
        assertThat(Behind.causes()).allSatisfy(cause -> {
            assertThat(cause.category()).isNotBlank();
            assertThat(cause.shape()).isNotBlank();
            assertThat(cause.cause()).isNotBlank();
            assertThat(cause.evidence()).isNotBlank();
        });
    }

    private static Row ours(double median) {
        return SyntheticRun.row(Row.SAFE, "confined", Contender.PROTO2FFI, "rust", median, 0.05);
    }

    private static Row peer(double median, double error) {
        return SyntheticRun.row(Row.PLAIN, "records", Contender.RECORDS, "rust", median, error);
    }

    private static List<Behind> behind(List<Row> rows) {
        return Behind.of(new Rows(Rows.completed(rows)), List.of());
    }

    private static boolean explains(
            String category, String shape, @Nullable String mode, @Nullable String parameters, Row row) {
        Behind.Cause cause = new Behind.Cause(category, shape, mode, parameters, "why", "how");
        return Behind.of(new Rows(Rows.completed(List.of(row, RUST))), List.of(cause)).stream()
                .allMatch(one -> cause.equals(one.cause()));
    }
}
