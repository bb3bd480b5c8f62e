package dev.proto2ffi.examples.calculator;

import calc.ffi.Ledger;
import calc.ffi.LineItem;
import calc.ffi.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes ledgers up, as plain Java records. The same seed makes the same ledger. */
final class Ledgers {
    private static final List<String> CURRENCIES = List.of("CHF", "EUR", "GBP", "JPY", "SEK", "USD");
    private static final List<String> TAGS = List.of("büro", "food", "online", "refund", "travel", "日本");
    private static final List<String> STATUSES = List.of("open", "settled", "settled", "settled");

    private final SplittableRandom random;

    private Ledgers(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A ledger of so many transactions, of which one in a hundred contradicts itself. */
    static Ledger.Snapshot random(long seed, int transactions) {
        Ledgers ledgers = new Ledgers(seed);
        List<Transaction.Snapshot> made = new ArrayList<>();
        for (int i = 0; i < transactions; i++) {
            made.add(ledgers.transaction(i + 1));
        }
        return new Ledger.Snapshot(made, "refund", "settled");
    }

    private Transaction.Snapshot transaction(int id) {
        List<LineItem.Snapshot> items = new ArrayList<>();
        long amount = random.nextInt(100) == 0 ? 1 : 0;
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            LineItem.Snapshot item = new LineItem.Snapshot(
                    "Item no. " + random.nextInt(1_000), random.nextLong(1, 100), random.nextLong(-500, 100_000));
            amount += item.quantity() * item.unitPrice();
            items.add(item);
        }
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(any(TAGS));
        }
        return new Transaction.Snapshot(
                id,
                "CH%02d %08d".formatted(random.nextInt(100), random.nextInt(100_000_000)),
                amount,
                any(CURRENCIES),
                tags,
                Map.of("status", any(STATUSES), "channel", "branch " + random.nextInt(100), "clerk", "Zoë"),
                items);
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
