package dev.proto2ffi.examples.calculator;

import calc.ffi.CurrencySum;
import calc.ffi.Discrepancy;
import calc.ffi.Ledger;
import calc.ffi.Sums;
import calc.ffi.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The bookkeeper's answers as plain Java computes them on plain objects: what native code is compared with. */
final class PlainBookkeeper {
    private PlainBookkeeper() {}

    static Sums.Snapshot sumByCurrency(Ledger.Snapshot ledger) {
        TreeMap<String, CurrencySum.Snapshot> sums = new TreeMap<>();
        for (Transaction.Snapshot transaction : ledger.transactions()) {
            boolean counts =
                    ledger.requiredStatus().equals(transaction.metadata().get("status"))
                            && !transaction.tags().contains(ledger.excludedTag());
            if (counts) {
                CurrencySum.Snapshot one = new CurrencySum.Snapshot(
                        transaction.currency(),
                        transaction.amount(),
                        1,
                        transaction.items().size());
                sums.merge(transaction.currency(), one, PlainBookkeeper::add);
            }
        }
        return new Sums.Snapshot(List.copyOf(sums.values()));
    }

    private static CurrencySum.Snapshot add(CurrencySum.Snapshot a, CurrencySum.Snapshot b) {
        return new CurrencySum.Snapshot(
                a.currency(),
                Math.addExact(a.amount(), b.amount()),
                a.transactions() + b.transactions(),
                a.items() + b.items());
    }

    static List<Discrepancy.Snapshot> audit(Ledger.Snapshot ledger) {
        List<Discrepancy.Snapshot> found = new ArrayList<>();
        for (Transaction.Snapshot transaction : ledger.transactions()) {
            long sum = transaction.items().stream()
                    .mapToLong(item -> item.quantity() * item.unitPrice())
                    .sum();
            if (sum != transaction.amount()) {
                found.add(new Discrepancy.Snapshot(transaction.id(), transaction.amount(), sum));
            }
        }
        return found;
    }
}
