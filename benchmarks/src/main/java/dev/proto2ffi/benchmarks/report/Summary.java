package dev.proto2ffi.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer to "how fast is it beside native code?", in a sentence and some figures. */
record Summary(String headline, List<Card> cards) {
    /** A figure and what it says. */
    record Card(String figure, String text) {}

    static Summary of(Run run, List<Behind> behind, @Nullable Agreement agreement) {
        Rows rows = run.asRows();
        Derived total = Derived.total(rows);
        List<Row> ours = rows.ours().toList();
        List<Row> compared = ours.stream().filter(row -> row.ratio() != null).toList();
        List<Row> withPeers =
                ours.stream().filter(row -> rows.fastestPeer(row).isPresent()).toList();
        List<Card> cards = new ArrayList<>();
        cards.add(new Card(
                count(
                        compared.stream()
                                .filter(row ->
                                        Objects.requireNonNull(row.ratio()).value() <= Behind.LIMIT)
                                .count(),
                        compared.size()),
                "rows of ours take at most " + Behind.LIMIT + " times as long as their native twins"));
        if (!withPeers.isEmpty()) {
            long beaten = behind.stream().filter(one -> one.peer() != null).count();
            cards.add(new Card(
                    count(withPeers.size() - beaten, withPeers.size()),
                    "rows with a peer in Java on the same work are ahead of the fastest, or even with it"));
        }
        List<Row> counted =
                ours.stream().filter(row -> row.bytesPerOperation() != null).toList();
        cards.add(new Card(
                count(
                        counted.stream()
                                .filter(row -> Objects.requireNonNull(row.bytesPerOperation()) < 0.5)
                                .count(),
                        counted.size()),
                "rows of ours make no garbage"));
        if (agreement != null && !agreement.pairs().isEmpty()) {
            cards.add(new Card(
                    String.format(Locale.ROOT, "%.0f %%", agreement.share() * 100),
                    "of the rows repeat the run before within their error bars, at most 10 %"));
        }
        return new Summary(headline(total), cards);
    }

    private static String headline(Derived total) {
        List<String> parts = new ArrayList<>();
        if (total.safe() != null) {
            parts.add(Numbers.ratioText(total.safe()) + " times as long as native code with safe access");
        }
        if (total.raw() != null) {
            parts.add(Numbers.ratioText(total.raw()) + (parts.isEmpty() ? " times as long as native code" : " times")
                    + " with raw access");
        }
        return parts.isEmpty()
                ? "No row of this run has a native twin."
                : "Over all tables Java takes " + String.join(", ", parts) + ".";
    }

    private static String count(long part, long all) {
        return part + " of " + all;
    }
}
