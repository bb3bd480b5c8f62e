package dev.proto2ffi.benchmarks.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a run repeats an earlier one. A row agrees when its two figures lie apart by no more than the error of their
 * difference, which is the root of the sum of the squares of both errors (both runs are samples), and by no more than a
 * tenth of the earlier figure in any case.
 */
public record Agreement(List<Pair> pairs) {
    /** Of the figure: an error bar that is longer is no excuse. */
    public static final double CAP = 0.10;

    /** The same row in two runs. */
    public record Pair(Row earlier, Row later) {
        /** Later by earlier, minus one. */
        public double change() {
            return later.time().median() / earlier.time().median() - 1;
        }

        public boolean agrees() {
            double figure = earlier.time().median();
            double error = Math.hypot(earlier.time().errorOrZero(), later.time().errorOrZero());
            return Math.abs(later.time().median() - figure) <= Math.min(error, figure * CAP);
        }
    }

    public Agreement {
        pairs = List.copyOf(pairs);
    }

    /** Of the rows that both have. */
    public static Agreement of(Run earlier, Run later) {
        Map<String, Row> before = new HashMap<>();
        earlier.rows().forEach(row -> before.put(row.id(), row));
        return new Agreement(later.rows().stream()
                .filter(row -> before.containsKey(row.id()))
                .map(row -> new Pair(before.get(row.id()), row))
                .toList());
    }

    /** From 0 to 1; NaN when the runs have no row in common. */
    public double share() {
        return (double) pairs.stream().filter(Pair::agrees).count() / pairs.size();
    }

    /** Rows that disagree, the largest change first. */
    public List<Pair> varying() {
        return pairs.stream()
                .filter(pair -> !pair.agrees())
                .sorted((a, b) -> Double.compare(Math.abs(b.change()), Math.abs(a.change())))
                .toList();
    }

    /** Ids of the rows that disagree. */
    public Set<String> varyingIds() {
        return varying().stream().map(pair -> pair.later().id()).collect(Collectors.toSet());
    }

    /** How many rows agree, in words. */
    String headline() {
        return String.format(
                Locale.ROOT,
                "%d of %d rows agree within their error bars, capped at %.0f %%: %.1f %%",
                pairs.size() - varying().size(),
                pairs.size(),
                CAP * 100,
                share() * 100);
    }

    /** The rows that disagree. */
    Sheet sheet() {
        return new Sheet(
                "agreement",
                "Rows that vary between runs",
                headline(),
                List.of(
                        Sheet.Column.text("row"),
                        Sheet.Column.number("earlier ns ± error"),
                        Sheet.Column.number("ns ± error"),
                        Sheet.Column.number("change")),
                varying().stream()
                        .map(pair -> List.of(
                                Sheet.Cell.of(pair.later().id()),
                                Numbers.time(pair.earlier().time()),
                                Numbers.time(pair.later().time()),
                                Sheet.Cell.of(change(pair))))
                        .toList());
    }

    /** For a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder(headline()).append('\n');
        for (Pair pair : varying()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %8s  %s -> %s ns  %s%n",
                    change(pair),
                    Numbers.time(pair.earlier().time()).text(),
                    Numbers.time(pair.later().time()).text(),
                    pair.later().id()));
        }
        return text.toString();
    }

    private static String change(Pair pair) {
        return String.format(Locale.ROOT, "%+.1f %%", pair.change() * 100);
    }
}
