package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Which cache lines bytes are in, counted from the start of a struct that begins on one. */
final class CacheLines {
    /** Bytes of a line: of x86-64, and of most AArch64 processors; Apple's have lines of 128. */
    static final int SIZE = 64;

    private CacheLines() {}

    static int of(int offset) {
        return offset / SIZE;
    }

    /** How many lines so many bytes take at least. */
    static int count(long bytes) {
        return (int) ((bytes + SIZE - 1) / SIZE);
    }

    /** The members that would fit a line and yet are in two. */
    static List<Member> straddlers(StructLayout layout) {
        List<Member> found = new ArrayList<>();
        for (Member member : layout.members()) {
            if (member.size() <= SIZE && of(member.offset()) != of(member.end() - 1)) {
                found.add(member);
            }
        }
        return found;
    }

    /** The lines that members are in. */
    static BitSet of(Collection<Member> members) {
        BitSet lines = new BitSet();
        members.forEach(member -> lines.set(of(member.offset()), of(member.end() - 1) + 1));
        return lines;
    }

    /**
     * Of how many neighbours in an array some are in a line more than their size needs, where the array begins on a line.
     *
     * @param spread how many are in a line more
     * @param period of how many; after these it begins anew
     */
    record Neighbours(int spread, int period) {
        static Neighbours of(int size) {
            int period = SIZE / Math.min(SIZE, Integer.lowestOneBit(size));
            int spread = 0;
            for (int i = 0; i < period; i++) {
                // Only the place in the line matters, which keeps the numbers small.
                int start = (int) ((long) i * size % SIZE);
                if (count((long) start + size) > count(size)) {
                    spread++;
                }
            }
            return new Neighbours(spread, period);
        }
    }
}
