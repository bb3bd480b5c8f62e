package dev.proto2ffi.core.evolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The members of a struct that stand at other offsets. */
final class Moves {
    /** Of a struct with many members; one shows what happened. */
    private static final int SHOWN = 4;

    /**
     * A member at another offset.
     *
     * @param reordered whether it was before a member that it is behind now, or the other way round
     */
    record Move(MemberFacts old, MemberFacts now, boolean reordered) {
        int first() {
            return Math.min(old.offset(), now.offset());
        }

        String text(String verb) {
            return now.path() + verb + " from " + old.offset() + " to " + now.offset();
        }
    }

    /** A member that is in both structs. */
    record Common(MemberFacts old, MemberFacts now) {}

    private final List<Move> all = new ArrayList<>();

    Moves(List<Common> members) {
        Set<Common> reordered = reordered(members);
        for (Common member : members) {
            if (member.old().offset() != member.now().offset()) {
                all.add(new Move(member.old(), member.now(), reordered.contains(member)));
            }
        }
    }

    /** Those that are behind one that was behind them, and those that are before one that was before them. */
    private static Set<Common> reordered(List<Common> members) {
        List<Common> sorted = members.stream()
                .sorted(Comparator.comparingInt(member -> member.old().offset()))
                .toList();
        Set<Common> reordered = new HashSet<>();
        int last = -1;
        for (Common member : sorted) {
            if (member.now().offset() < last) {
                reordered.add(member);
            }
            last = Math.max(last, member.now().offset());
        }
        int first = Integer.MAX_VALUE;
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Common member = sorted.get(i);
            if (member.now().offset() > first) {
                reordered.add(member);
            }
            first = Math.min(first, member.now().offset());
        }
        return reordered;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Those in their order from one offset up to another: what a change at the first offset pushes or pulls. */
    List<Move> shifted(int from, int to) {
        return all.stream()
                .filter(move -> !move.reordered() && move.first() >= from && move.first() < to)
                .toList();
    }

    /** Those that no change behind an offset pushed or pulled. */
    List<Move> others(int from) {
        return all.stream()
                .filter(move -> move.reordered() || move.first() < from)
                .toList();
    }

    static String text(List<Move> moves) {
        String text = moves.stream().limit(SHOWN).map(move -> move.text("")).collect(Collectors.joining(", "));
        return moves.size() <= SHOWN ? text : text + " and " + (moves.size() - SHOWN) + " more";
    }
}
