package dev.proto2ffi.benchmarks.report;

import java.util.List;

/** What the suite has no row for on any machine, of {@code left-out.csv}. */
public final class LeftOut {
    private LeftOut() {}

    public static List<Run.Missing> always() {
        return Resource.table("left-out.csv", 2).stream()
                .map(fields -> new Run.Missing(fields.get(0), fields.get(1)))
                .toList();
    }
}
