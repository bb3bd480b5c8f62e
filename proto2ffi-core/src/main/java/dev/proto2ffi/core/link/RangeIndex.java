package dev.proto2ffi.core.link;

import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranges of numbers, looked up in logarithmic time: generated schemas have thousands of them. */
final class RangeIndex {
    /** Both ends inclusive; a range that ends before it begins holds nothing. */
    record Range(Span span, long first, long last) {
        boolean overlaps(Range other) {
            return first <= other.last && other.first <= last && first <= last && other.first <= other.last;
        }

        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + " to " + last;
        }
    }

    private final List<Range> byFirst;

    /** The range that reaches furthest among those up to the same index. */
    private final List<Range> furthest = new ArrayList<>();

    RangeIndex(List<Range> ranges) {
        byFirst = new ArrayList<>(ranges);
        byFirst.removeIf(each -> each.last < each.first);
        byFirst.sort(Comparator.comparingLong(Range::first));
        Range best = null;
        for (Range each : byFirst) {
            if (best == null || each.last > best.last) {
                best = each;
            }
            furthest.add(best);
        }
    }

    /** A range that holds the number, or null. */
    @Nullable Range of(long number) {
        return reachedBy(number, number);
    }

    /** A range that has a number in common with this one, or null. */
    @Nullable Range overlapping(Range range) {
        return range.last < range.first ? null : reachedBy(range.first, range.last);
    }

    /** A range that begins at {@code last} or before it and ends at {@code first} or behind it. */
    private @Nullable Range reachedBy(long first, long last) {
        int low = 0;
        int high = byFirst.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byFirst.get(middle).first <= last) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Range candidate = low == 0 ? null : furthest.get(low - 1);
        return candidate != null && candidate.last >= first ? candidate : null;
    }

    static boolean anyOverlap(List<Range> ranges) {
        RangeIndex index = new RangeIndex(ranges);
        for (int i = 1; i < index.byFirst.size(); i++) {
            if (index.furthest.get(i - 1).last >= index.byFirst.get(i).first) {
                return true;
            }
        }
        return false;
    }
}
