package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireRange;

/** Ranges of numbers as schemas write them: {@code 5}, {@code 5 to 7}, {@code 5 to max}. */
final class WireRangeText {
    /** The largest number of a field. */
    static final int MAX_FIELD = (1 << 29) - 1;

    private WireRangeText() {}

    /** @param max the number that is written as {@code max} */
    static String of(WireRange range, int max) {
        if (range.first() == range.last()) {
            return Integer.toString(range.first());
        }
        return range.first() + " to " + (range.last() == max ? "max" : Integer.toString(range.last()));
    }
}
