package dev.proto2ffi.examples.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calc.ffi.Bookkeeper;
import calc.ffi.Discrepancy;
import calc.ffi.Failure;
import calc.ffi.Ledger;
import calc.ffi.LineItem;
import calc.ffi.Sums;
import calc.ffi.Transaction;
import dev.proto2ffi.runtime.NativeCallException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookkeeperTest {
    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void close() {
        arena.close();
    }

    private Sums.Snapshot sum(Bookkeeper bookkeeper, Ledger.Snapshot ledger) {
        Sums sums = Sums.allocate(arena);
        bookkeeper.sumByCurrency(Ledger.from(ledger, arena), sums, arena);
        return sums.toSnapshot();
    }

    private List<Discrepancy.Snapshot> audit(Bookkeeper bookkeeper, Ledger.Snapshot ledger) {
        List<Discrepancy.Snapshot> found = new ArrayList<>();
        bookkeeper.audit(Ledger.from(ledger, arena), item -> found.add(item.toSnapshot()));
        return found;
    }

    private static Transaction.Snapshot transaction(long id, long amount, String currency) {
        return new Transaction.Snapshot(
                id,
                "CH00",
                amount,
                currency,
                List.of("a", "b"),
                Map.of("status", "settled"),
                List.of(new LineItem.Snapshot("all of it", 1, amount)));
    }

    @ParameterizedTest
    @ValueSource(strings = {Libraries.C, Libraries.RUST})
    void sumsAndDiscrepanciesAreThoseOfPlainJava(String library) {
        Bookkeeper bookkeeper = Bookkeeper.load(Libraries.require(library));
        for (int transactions : new int[] {0, 1, 50, 2_000}) {
            Ledger.Snapshot ledger = Ledgers.random(transactions, transactions);
            assertThat(sum(bookkeeper, ledger)).isEqualTo(PlainBookkeeper.sumByCurrency(ledger));
            assertThat(audit(bookkeeper, ledger)).isEqualTo(PlainBookkeeper.audit(ledger));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Libraries.C, Libraries.RUST})
    void thereIsRoomForEveryCurrency(String library) {
        Bookkeeper bookkeeper = Bookkeeper.load(Libraries.require(library));
        List<Transaction.Snapshot> transactions = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int scattered = i * 7 % 500;
            String currency =
                    "%c%c%c".formatted('A' + scattered / 26 / 26, 'A' + scattered / 26 % 26, 'A' + scattered % 26);
            transactions.add(transaction(i, i, currency));
        }
        Ledger.Snapshot ledger = new Ledger.Snapshot(transactions, "", "");
        Sums.Snapshot sums = sum(bookkeeper, ledger);
        assertThat(sums.currencies())
                .hasSize(500)
                .isSortedAccordingTo((a, b) -> a.currency().compareTo(b.currency()));
        assertThat(sums.currencies().get(0).amount()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {Libraries.C, Libraries.RUST})
    void tagsAndStatusLeaveTransactionsOut(String library) {
        Bookkeeper bookkeeper = Bookkeeper.load(Libraries.require(library));
        List<Transaction.Snapshot> transactions = List.of(transaction(1, 5, "CHF"));
        assertThat(sum(bookkeeper, new Ledger.Snapshot(transactions, "", "")).currencies())
                .hasSize(1);
        assertThat(sum(bookkeeper, new Ledger.Snapshot(transactions, "c", "settled"))
                        .currencies())
                .hasSize(1);
        assertThat(sum(bookkeeper, new Ledger.Snapshot(transactions, "b", "settled"))
                        .currencies())
                .isEmpty();
        assertThat(sum(bookkeeper, new Ledger.Snapshot(transactions, "c", "open"))
                        .currencies())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Libraries.C, Libraries.RUST})
    void sumsThatDoNotFitFail(String library) {
        Bookkeeper bookkeeper = Bookkeeper.load(Libraries.require(library));
        Ledger.Snapshot ledger =
                new Ledger.Snapshot(List.of(transaction(1, Long.MAX_VALUE, "EUR"), transaction(2, 1, "EUR")), "", "");
        NativeCallException thrown = catchThrowableOfType(NativeCallException.class, () -> sum(bookkeeper, ledger));
        assertThat(thrown.code()).isEqualTo(Failure.OVERFLOW.number());
        assertThat(thrown.detail()).isEqualTo("the sum of EUR doesn't fit in 64 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {Libraries.C, Libraries.RUST})
    void whoThrowsGetsNoMoreDiscrepancies(String library) {
        Bookkeeper bookkeeper = Bookkeeper.load(Libraries.require(library));
        Ledger ledger = Ledger.from(Ledgers.random(1, 2_000), arena);
        List<Long> found = new ArrayList<>();
        assertThatThrownBy(() -> bookkeeper.audit(ledger, item -> {
                    found.add(item.transaction());
                    if (found.size() == 3) {
                        throw new CancellationException("enough");
                    }
                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
        assertThat(found).hasSize(3);
    }
}
