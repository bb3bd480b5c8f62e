package dev.proto2ffi.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A ledger as plain data: what a program has before it calls. The same numbers make the same ledger, in each process. */
record PlainLedger(List<Entry> transactions, String excludedTag, String requiredStatus) {
    private static final List<String> CURRENCIES = List.of("CHF", "EUR", "GBP", "JPY", "SEK", "USD");
    private static final List<String> TAGS = List.of("büro", "food", "online", "refund", "travel", "日本");
    private static final List<String> STATUSES = List.of("open", "settled", "settled", "settled");

    /** A transaction. */
    record Entry(
            long id,
            String account,
            long amount,
            String currency,
            List<String> tags,
            Map<String, String> metadata,
            List<Item> items) {}

    record Item(String description, long quantity, long unitPrice) {}

    static PlainLedger random(int transactions) {
        SplittableRandom random = new SplittableRandom(transactions);
        List<Entry> entries = new ArrayList<>();
        for (int id = 1; id <= transactions; id++) {
            entries.add(transaction(random, id));
        }
        return new PlainLedger(entries, "refund", "settled");
    }

    private static Entry transaction(SplittableRandom random, int id) {
        List<Item> items = new ArrayList<>();
        long amount = 0;
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            Item item = new Item(
                    "Item no. " + random.nextInt(1_000), random.nextLong(1, 100), random.nextLong(-500, 100_000));
            amount += item.quantity() * item.unitPrice();
            items.add(item);
        }
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(any(random, TAGS));
        }
        Map<String, String> metadata = new TreeMap<>(
                Map.of("status", any(random, STATUSES), "channel", "branch " + random.nextInt(100), "clerk", "Zoë"));
        String account = "CH" + random.nextInt(10, 100) + " " + random.nextInt(10_000_000, 100_000_000);
        return new Entry(id, account, amount, any(random, CURRENCIES), tags, metadata, items);
    }

    private static String any(SplittableRandom random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** What native code is to answer, computed here: all amounts and counts in one number, and the lengths of the currencies. */
    long expected() {
        long all = 0;
        TreeMap<String, Boolean> currencies = new TreeMap<>();
        for (Entry entry : transactions) {
            if (requiredStatus.equals(entry.metadata().get("status"))
                    && !entry.tags().contains(excludedTag)) {
                all += entry.amount() + 1 + entry.items().size();
                currencies.put(entry.currency(), true);
            }
        }
        return all + currencies.keySet().stream().mapToInt(String::length).sum();
    }
}
