package dev.proto2ffi.core.emit.report;

import java.util.Locale;

/** Numbers in words, the same for every reader. */
final class Quantity {
    private Quantity() {}

    /** Plain digits: tables are copied into code. */
    static String bytes(long count) {
        return count(count, "byte");
    }

    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }
}
