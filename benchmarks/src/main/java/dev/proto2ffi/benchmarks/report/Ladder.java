package dev.proto2ffi.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of the calculator study, or of this project, of {@code ladder.csv}.
 *
 * @param gain the time before the step by the time after it
 * @param claimed by the study; null where it names none
 */
record Ladder(
        String step,
        Row before,
        Row after,
        Row.Ratio gain,
        @Nullable Double claimed,
        String note) {
    /** Steps whose rows are both there, in order. */
    static List<Ladder> of(Rows rows) {
        List<Ladder> steps = new ArrayList<>();
        for (List<String> fields : Resource.table("ladder.csv", 7)) {
            Optional<Row> before = rows.named(fields.get(1), fields.get(2), fields.get(3));
            Optional<Row> after = rows.named(fields.get(1), fields.get(2), fields.get(4));
            if (before.isPresent() && after.isPresent()) {
                steps.add(new Ladder(
                        fields.get(0),
                        before.get(),
                        after.get(),
                        Row.Ratio.of(before.get().time(), after.get().time()),
                        fields.get(5).isEmpty() ? null : Double.valueOf(fields.get(5)),
                        fields.get(6)));
            }
        }
        return steps;
    }

    /** Whether the step pays, told only where the errors allow it. */
    String verdict() {
        if (gain.value() - gain.error() > 1) {
            return "pays";
        }
        return gain.value() + gain.error() < 1 ? "costs" : "no difference shown";
    }
}
