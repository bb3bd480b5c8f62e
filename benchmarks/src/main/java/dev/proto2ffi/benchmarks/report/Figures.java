package dev.proto2ffi.benchmarks.report;

import dev.proto2ffi.benchmarks.harness.Contender.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The published figures of the earlier Rust + Dart system, of {@code published.csv}: another machine, never compared as absolutes. */
public final class Figures {
    /** Those of the resource. */
    public static final Figures PUBLISHED = new Figures(Resource.table("published.csv", 7));

    /**
     * What was published for the work of a row.
     *
     * @param rust null where there is no figure, as with Dart
     * @param unit {@code ns}, {@code us}, or {@code M/s}: million operations a second
     */
    public record Published(@Nullable Double rust, @Nullable Double dart, String unit, String note) {
        /** How many times as long as Rust Dart took; null without both. */
        public @Nullable Double ratio() {
            if (rust == null || dart == null) {
                return null;
            }
            return unit.endsWith("/s") ? rust / dart : dart / rust;
        }
    }

    private record Line(String category, String parameterValues, String shape, Published published) {
        boolean isFor(Row row) {
            return row.kind() != Kind.NATIVE
                    && category.equals(row.category())
                    && shape.equals(row.shape())
                    && (parameterValues.equals("*") || parameterValues.equals(row.parameterValues()));
        }
    }

    private final List<Line> lines;

    Figures(List<List<String>> table) {
        lines = table.stream()
                .map(fields -> new Line(
                        fields.get(0),
                        fields.get(1),
                        fields.get(2),
                        new Published(number(fields.get(3)), number(fields.get(4)), fields.get(5), fields.get(6))))
                .toList();
    }

    /** Null where nothing was published. */
    @Nullable Published of(Row row) {
        return lines.stream()
                .filter(line -> line.isFor(row))
                .map(Line::published)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
