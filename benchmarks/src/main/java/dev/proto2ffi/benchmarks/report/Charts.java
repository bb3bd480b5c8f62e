package dev.proto2ffi.benchmarks.report;

import dev.proto2ffi.benchmarks.harness.Contender.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What the charts of a category show: for each case a panel of bars, or lines over the number that grows. */
final class Charts {
    /** Times that differ by more stand on a logarithmic axis. */
    private static final double SPAN = 30;

    /**
     * @param kind {@code bars} or {@code lines}
     * @param reference a value to draw a line at; null for none
     * @param labels of the bars; empty for lines
     * @param xTitle of the axis of numbers of a line plot; of the values, for bars
     */
    record Chart(
            String title,
            String kind,
            boolean log,
            @Nullable Double reference,
            String xTitle,
            String yTitle,
            List<String> labels,
            List<Series> series) {}

    /**
     * @param role who did it, which chooses the colour: {@code safe}, {@code raw}, {@code plain}, {@code native}, {@code peer}
     * @param points one for each label of bars; null where there is none
     */
    record Series(String name, String role, List<@Nullable Point> points) {}

    /** @param x the position on the axis of a line plot; 0 for bars */
    record Point(double x, double y, double low, double high) {
        static Point of(double x, Row.Time time) {
            return new Point(
                    x,
                    time.median(),
                    Math.max(time.median() - time.errorOrZero(), time.best() * 0.5),
                    time.median() + time.errorOrZero());
        }
    }

    private Charts() {}

    static List<Chart> of(Run.Table table, List<Row> rows) {
        boolean isLines = Words.of(table).chart().equals(Words.LINES);
        Map<String, List<Row>> classes = new TreeMap<>();
        rows.forEach(row -> classes.computeIfAbsent(row.benchmark(), name -> new ArrayList<>())
                .add(row));
        List<Chart> charts = new ArrayList<>();
        classes.values().forEach(members -> {
            Optional<String> axis = isLines ? growing(members) : Optional.empty();
            panels(members, axis)
                    .forEach((title, panel) ->
                            charts.add(axis.isPresent() ? lines(title, panel, axis.get()) : bars(title, panel)));
        });
        return charts;
    }

    /** Rows that differ in shape, mode and position on the axis only, by what they have in common. */
    private static Map<String, List<Row>> panels(List<Row> rows, Optional<String> axis) {
        Map<String, List<Row>> panels = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparingInt(Row::threads)
                        .thenComparingInt(row -> row.parameterValues().length())
                        .thenComparing(Row::parameterValues))
                .forEach(row -> panels.computeIfAbsent(panel(row, axis), title -> new ArrayList<>())
                        .add(row));
        return panels;
    }

    /** The parameter with the most values, more than one, all of them numbers. */
    private static Optional<String> growing(List<Row> rows) {
        Map<String, Set<String>> values = new TreeMap<>();
        rows.forEach(row -> row.parameters()
                .forEach((name, value) ->
                        values.computeIfAbsent(name, any -> new TreeSet<>()).add(value)));
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .filter(entry -> entry.getValue().stream().allMatch(value -> value.matches("\\d+")))
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey);
    }

    private static String panel(Row row, Optional<String> axis) {
        List<String> parts = new ArrayList<>();
        parts.add(row.benchmark());
        row.parameters().forEach((name, value) -> {
            if (axis.isEmpty() || !axis.get().equals(name)) {
                parts.add(name + " " + value);
            }
        });
        if (row.threads() > 1) {
            parts.add(row.threads() + " threads");
        }
        return String.join(", ", parts);
    }

    private static Chart bars(String title, List<Row> rows) {
        Map<String, Map<String, Row>> byShape = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparingDouble(row -> row.time().median()))
                .forEach(row -> byShape.computeIfAbsent(
                                row.kind() == Kind.OURS
                                        ? row.shape()
                                        : row.shape() + " · " + row.contender().label(),
                                shape -> new TreeMap<>())
                        // Of what runs in both modes but isn't ours one bar is enough: that beside safe access.
                        .merge(role(row), row, (one, other) -> one.mode().equals(Row.RAW) ? other : one));
        List<Series> series = new ArrayList<>();
        ROLES.forEach((role, name) -> {
            List<@Nullable Point> points = new ArrayList<>();
            byShape.values().forEach(modes -> {
                Row row = modes.get(role);
                points.add(row == null ? null : Point.of(0, row.time()));
            });
            if (points.stream().anyMatch(point -> point != null)) {
                series.add(new Series(name, role, points));
            }
        });
        return new Chart(title, "bars", isWide(rows), null, "ns", "", List.copyOf(byShape.keySet()), series);
    }

    private static Chart lines(String title, List<Row> rows, String axis) {
        Map<String, List<Row>> byShape = new LinkedHashMap<>();
        rows.forEach(row -> byShape.computeIfAbsent(
                        row.shape()
                                + (row.mode().equals(Row.PLAIN)
                                        ? ""
                                        : ", " + row.mode().toLowerCase(Locale.ROOT)),
                        shape -> new ArrayList<>())
                .add(row));
        List<Series> series = new ArrayList<>();
        byShape.forEach((name, members) -> series.add(new Series(
                name,
                role(members.get(0)),
                members.stream()
                        .filter(row -> row.parameters().containsKey(axis))
                        .map(row -> Point.of(Double.parseDouble(row.parameters().get(axis)), row.time()))
                        .sorted(Comparator.comparingDouble(Point::x))
                        .toList())));
        return new Chart(title, "lines", true, null, axis, "ns", List.of(), series);
    }

    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("safe", "proto2ffi, safe access");
        ROLES.put("raw", "proto2ffi, raw access");
        ROLES.put("plain", "proto2ffi");
        ROLES.put("native", "native");
        ROLES.put("floor", "bare handles of the JDK");
        ROLES.put("peer", "others in Java");
    }

    private static String role(Row row) {
        return row.kind() == Kind.OURS
                ? row.mode().toLowerCase(Locale.ROOT)
                : row.kind().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isWide(List<Row> rows) {
        DoubleStream times = rows.stream().mapToDouble(row -> row.time().median());
        double least = times.min().orElse(1);
        return rows.stream().mapToDouble(row -> row.time().median()).max().orElse(1) > SPAN * least;
    }

    /** Ratios by category, for the first screen. */
    static Chart ratios(List<Derived> categories) {
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                "safe access",
                "safe",
                categories.stream().map(derived -> point(derived.safe())).toList()));
        series.add(new Series(
                "raw access",
                "raw",
                categories.stream().map(derived -> point(derived.raw())).toList()));
        series.removeIf(one -> one.points().stream().allMatch(point -> point == null));
        return new Chart(
                "Our time by that of native code, geometric means by table",
                "bars",
                false,
                1.0,
                "times native",
                "",
                categories.stream().map(Derived::label).toList(),
                series);
    }

    private static @Nullable Point point(@Nullable Double value) {
        return value == null ? null : new Point(0, value, value, value);
    }
}
