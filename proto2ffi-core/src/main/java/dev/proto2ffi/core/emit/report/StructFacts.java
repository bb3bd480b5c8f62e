package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.BetterOrder;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.PaddingCosts;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of one struct, in sentences without a full stop: the table and the page say the same.
 *
 * @param better the order that would make it smaller, or null
 * @param hot the fields that a program uses most
 */
record StructFacts(
        StructLayout layout, PaddingCosts costs, @Nullable BetterOrder better, List<FieldLayout> hot) {
    /** Of larger structs, in bytes, nobody has a million. */
    private static final int MANY_SIZE = 1 << 14;

    /** Bytes between the members of the struct and behind the last. */
    long own() {
        return costs.own(layout);
    }

    /** Bytes within its members. */
    long inside() {
        return costs.inside(layout);
    }

    /** What its own padding costs. */
    String padding() {
        return own() == 0
                ? "no padding"
                : Quantity.bytes(own()) + " of padding (" + Quantity.percent(own(), layout.size()) + ")";
    }

    /** What the padding in its members costs, a sentence for each that has some. */
    List<String> paddingInside() {
        List<String> sentences = new ArrayList<>();
        for (FieldLayout field : layout.fields()) {
            long each = costs.inElement(field);
            if (each > 0) {
                sentences.add(path(field) + ": " + Quantity.bytes(each) + " of padding in " + elements(field, each));
            }
        }
        return sentences;
    }

    private String path(FieldLayout field) {
        String name = field.data().name();
        return field.caseMember() == null
                ? name
                : layout.oneof(field.caseMember()).union().name() + "." + name;
    }

    private static String elements(FieldLayout field, long each) {
        int count = PaddingCosts.elements(field);
        if (field.field().type().element() == null) {
            return "it";
        }
        return count == 0
                ? "each element of the list"
                : "each of " + Quantity.count(count, "element") + ", " + each * count + " in all";
    }

    /** What all its padding costs where there are many of them; null where there is none. */
    @Nullable String paddingOfMany() {
        long all = own() + inside();
        if (all == 0) {
            return null;
        }
        // Bytes of one are megabytes of a million, which is said of structs that there are a million of.
        return "in an array or a list, every element has " + Quantity.bytes(all) + " of padding ("
                + Quantity.percent(all, layout.size()) + ")"
                + (layout.size() > MANY_SIZE ? "" : ", " + all + " of " + layout.size() + " MB in a million of them");
    }

    /** The order that would make it smaller; null where there is none. */
    @Nullable String advice() {
        if (better == null) {
            return null;
        }
        int saved = layout.size() - better.size();
        return "with option (proto2ffi.message).order = SMALLEST: " + Quantity.bytes(better.size()) + ", " + saved
                + " fewer (" + Quantity.percent(saved, layout.size()) + ")";
    }

    /** The members in that order; those that a union has aren't named. */
    List<String> betterNames() {
        return better == null
                ? List.of()
                : better.members().stream().map(Member::name).toList();
    }

    /** How many cache lines it takes. */
    String lines() {
        return Quantity.count(CacheLines.count(layout.size()), "cache line");
    }

    /** What lies across two cache lines without need; null where nothing does. */
    @Nullable String straddlers() {
        List<Member> members = CacheLines.straddlers(layout);
        if (members.isEmpty()) {
            return null;
        }
        return members.stream()
                        .map(member -> member.name() + " (" + CacheLines.of(member.offset()) + " and "
                                + CacheLines.of(member.end() - 1) + ")")
                        .collect(Collectors.joining(", "))
                + (members.size() == 1 ? " lies" : " lie") + " across two cache lines";
    }

    /** How the elements of an array lie on cache lines; null where each takes no more than its size needs. */
    @Nullable String linesOfMany() {
        CacheLines.Neighbours neighbours = CacheLines.Neighbours.of(layout.size());
        if (neighbours.spread() == 0) {
            return null;
        }
        return "in an array that begins on a cache line, " + neighbours.spread() + " of "
                + Quantity.count(neighbours.period(), "element") + " take "
                + Quantity.count(CacheLines.count(layout.size()) + 1L, "cache line");
    }

    /** The cache lines that its hot fields are in; null where it has none. */
    @Nullable String hotLines() {
        if (hot.isEmpty()) {
            return null;
        }
        Set<Member> touched = HotMembers.touched(layout, hot);
        BitSet lines = CacheLines.of(touched);
        long bytes = touched.stream().mapToLong(Member::size).sum();
        int needed = CacheLines.count(bytes);
        return "hot: " + hot.stream().map(this::path).collect(Collectors.joining(", ")) + " take "
                + Quantity.bytes(bytes) + " in " + Quantity.count(lines.cardinality(), "cache line") + " ("
                + ranges(lines) + ")"
                + (needed < lines.cardinality() ? ", and would fit " + needed : "");
    }

    /** {@code 0, 3 to 78, 80, 81}. */
    private static String ranges(BitSet lines) {
        List<String> ranges = new ArrayList<>();
        for (int from = lines.nextSetBit(0); from >= 0; from = lines.nextSetBit(lines.nextClearBit(from))) {
            int last = lines.nextClearBit(from) - 1;
            ranges.add(last == from ? String.valueOf(from) : from + (last == from + 1 ? ", " : " to ") + last);
        }
        return String.join(", ", ranges);
    }

    /** All that is worth a sentence but of hot fields, which readers choose. */
    List<String> all() {
        List<String> sentences = new ArrayList<>();
        sentences.add(padding());
        sentences.addAll(paddingInside());
        addTo(sentences, paddingOfMany());
        addTo(sentences, straddlers());
        addTo(sentences, linesOfMany());
        return sentences;
    }

    private static void addTo(List<String> sentences, @Nullable String sentence) {
        if (sentence != null) {
            sentences.add(sentence);
        }
    }
}
