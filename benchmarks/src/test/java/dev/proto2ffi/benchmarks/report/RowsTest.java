package dev.proto2ffi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.proto2ffi.benchmarks.harness.Contender;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final Row safe = SyntheticRun.row(Row.SAFE, "confined", Contender.PROTO2FFI, "rust", 3, 0.3);
    private final Row raw = SyntheticRun.row(Row.RAW, "confined", Contender.PROTO2FFI, "rust", 2, 0.1);
    private final Row rustBesideSafe = SyntheticRun.row(Row.SAFE, "rust", Contender.RUST, "rust", 1.5, 0.15);
    private final Row rustBesideRaw = SyntheticRun.row(Row.RAW, "rust", Contender.RUST, "rust", 1.6, 0.15);
    private final Row plainRust = SyntheticRun.row(Row.PLAIN, "rust", Contender.RUST, "rust", 1.7, 0.15);

    @Test
    void theTwinIsThatOfTheSameMode() {
        Rows rows = new Rows(List.of(safe, raw, rustBesideSafe, rustBesideRaw, plainRust));
        assertThat(rows.twin(safe)).contains(rustBesideSafe);
        assertThat(rows.twin(raw)).contains(rustBesideRaw);
    }

    @Test
    void theTwinMayStandBesideAnotherMode() {
        assertThat(new Rows(List.of(raw, rustBesideSafe)).twin(raw)).contains(rustBesideSafe);
        assertThat(new Rows(List.of(raw, rustBesideSafe, plainRust)).twin(raw)).contains(plainRust);
    }

    @Test
    void theTwinHasTheSameParametersAndThreads() {
        Row elsewhere = SyntheticRun.row(
                "pool", "Pooling", Row.SAFE, 1, Map.of("bytes", "40"), "rust", Contender.RUST, "rust", 1, 0);
        Row together = SyntheticRun.row("pool", "Pooling", Row.SAFE, 2, Map.of(), "rust", Contender.RUST, "rust", 1, 0);
        assertThat(new Rows(List.of(safe, elsewhere, together)).twin(safe)).isEmpty();
    }

    @Test
    void theRatioCarriesTheErrorsOfBoth() {
        Row.Ratio ratio = Objects.requireNonNull(
                Rows.completed(List.of(safe, rustBesideSafe)).get(0).ratio());
        assertThat(ratio.value()).isEqualTo(2);
        // A tenth on both sides: the root of two tenths, of two.
        assertThat(ratio.error()).isCloseTo(2 * 0.1 * Math.sqrt(2), within(1e-9));
    }

    @Test
    void whoIsItsOwnTwinHasNone() {
        assertThat(new Rows(List.of(rustBesideSafe, rustBesideRaw)).twin(rustBesideSafe))
                .isEmpty();
    }

    @Test
    void withoutATwinThereIsNoRatio() {
        assertThat(Rows.completed(List.of(safe)).get(0).ratio()).isNull();
    }

    @Test
    void peersDoTheSameWorkInTheSameOrInNoMode() {
        Row slow = SyntheticRun.row(Row.PLAIN, "records", Contender.RECORDS, "rust", 9, 0);
        Row fast = SyntheticRun.row(Row.SAFE, "deque", Contender.JDK, "rust", 4, 0);
        Row otherMode = SyntheticRun.row(Row.RAW, "deque", Contender.JDK, "rust", 1, 0);
        Row otherWork = SyntheticRun.row(Row.PLAIN, "queue", Contender.JDK, "malloc", 1, 0);
        assertThat(new Rows(List.of(safe, slow, fast, otherMode, otherWork, rustBesideSafe)).fastestPeer(safe))
                .contains(fast);
    }

    @Test
    void whatDoesLessIsNoPeer() {
        Row handle = SyntheticRun.row(Row.SAFE, "handle", Contender.BARE_HANDLE, "rust", 1, 0);
        assertThat(new Rows(List.of(safe, handle)).fastestPeer(safe)).isEmpty();
    }

    @Test
    void publishedFiguresStandBesideTheirRow() {
        Row row = Rows.completed(List.of(safe)).get(0);
        assertThat(Objects.requireNonNull(row.published()).rust()).isEqualTo(0.47);
    }

    @Test
    void idsTellRowsApart() {
        assertThat(SyntheticRun.of(1).rows().stream().map(Row::id)).doesNotHaveDuplicates();
    }
}
