package dev.proto2ffi.benchmarks.report;

import dev.proto2ffi.benchmarks.harness.Contender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A run with rows of every table and kind, that nobody measured: the same for the same seed. */
public final class SyntheticRun {
    /** In the order of the report. */
    static final List<String> WORDS = List.of(
            "allocation",
            "stack",
            "ffi",
            "pool",
            "cache",
            "throughput",
            "simd",
            "calls",
            "ladder",
            "workload",
            "peers",
            "scaling",
            "generation");

    /** What would end a script or a cell, were it not escaped. */
    static final String NASTY = "</script><b onmouseover=\"x\">a | \"b\", c</b> <!--";

    private final Random random;
    private final List<Row> rows = new ArrayList<>();

    private SyntheticRun(long seed) {
        random = new Random(seed);
    }

    /** A full run. */
    public static Run of(long seed) {
        SyntheticRun run = new SyntheticRun(seed);
        run.addRows();
        return new Run(
                Run.SCHEMA,
                "2026-11-22T10:00:00Z",
                2_580,
                true,
                Settings.FULL,
                new Machine(
                        "Example(R) Processor",
                        2,
                        24,
                        "Example OS 1, Linux 6.1 amd64",
                        "Example-25, OpenJDK 64-Bit Server VM 25",
                        List.of("--enable-native-access=ALL-UNNAMED"),
                        Map.of("gcc", "gcc (Example) 12.2.0"),
                        "0123456789abcdef0123456789abcdef01234567",
                        false),
                WORDS.stream().map(word -> new Run.Table(word, word)).toList(),
                Rows.completed(run.rows),
                List.of(new Run.Missing("Cap'n Proto", NASTY)),
                List.of(new Run.Missing("pool Pooling.Safe.broken", "java.lang.IllegalStateException: " + NASTY)));
    }

    private void addRows() {
        for (String bytes : List.of("40", "2056", "4040", "5584")) {
            for (String category : List.of("allocation", "stack", "peers")) {
                addCase(category, 1, Map.of("bytes", bytes), 1 + Double.parseDouble(bytes) / 200);
            }
        }
        for (String category : List.of("ffi", "pool", "throughput", "simd", "ladder")) {
            addCase(category, 1, Map.of(), 3);
        }
        addCase("pool", 2, Map.of(), 3);
        for (String count : List.of("100000", "500")) {
            addCase("cache", 1, Map.of("count", count), 0.4);
        }
        for (String server : List.of("c", "rust")) {
            addCase("calls", 1, Map.of("server", server), 2);
        }
        for (String transactions : List.of("10", "100", "1000")) {
            addCase("workload", 1, Map.of("transactions", transactions), 80 * Double.parseDouble(transactions));
        }
        for (int items = 1_000; items <= 10_000_000; items *= 10) {
            addCase("scaling", 1, Map.of("items", String.valueOf(items)), 0.3 * Math.log10(items));
            addCase("scaling", 2, Map.of("items", String.valueOf(items)), 0.35 * Math.log10(items));
        }
        for (int files : new int[] {1, 10, 100, 1_000, 2_000}) {
            add(
                    "generation",
                    "Generating",
                    Row.PLAIN,
                    1,
                    Map.of("files", String.valueOf(files)),
                    "generate",
                    Contender.PROTO2FFI,
                    "generate",
                    2e6 + 4e5 * files);
        }
    }

    /** Native code, ours in both modes, and others. */
    private void addCase(String category, int threads, Map<String, String> parameters, double base) {
        String benchmark = Character.toUpperCase(category.charAt(0)) + category.substring(1) + "Trips";
        for (String mode : List.of(Row.SAFE, Row.RAW)) {
            double factor = mode.equals(Row.SAFE) ? 1.4 : 1;
            add(
                    category,
                    benchmark,
                    mode,
                    threads,
                    parameters,
                    "confined",
                    Contender.PROTO2FFI,
                    "rustList",
                    base * factor);
            add(
                    category,
                    benchmark,
                    mode,
                    threads,
                    parameters,
                    "sharedZeroed",
                    Contender.PROTO2FFI,
                    "rustList",
                    2 * base * factor);
            add(
                    category,
                    benchmark,
                    mode,
                    threads,
                    parameters,
                    "scratch",
                    Contender.PROTO2FFI,
                    "rustList",
                    0.6 * base * factor);
        }
        add(category, benchmark, Row.SAFE, threads, parameters, "rustList", Contender.RUST, "rustList", base);
        add(category, benchmark, Row.SAFE, threads, parameters, "cList", Contender.C, "rustList", 0.8 * base);
        add(
                category,
                benchmark,
                Row.PLAIN,
                threads,
                parameters,
                "javaRecords",
                Contender.RECORDS,
                "rustList",
                1.7 * base);
        add(category, benchmark, Row.PLAIN, threads, parameters, "arenaForEach", Contender.JDK, "rustList", 60 * base);
    }

    private void add(
            String category,
            String benchmark,
            String mode,
            int threads,
            Map<String, String> parameters,
            String shape,
            Contender contender,
            String twin,
            double nanos) {
        double median = nanos * (0.95 + random.nextDouble() / 10);
        rows.add(row(
                category,
                benchmark,
                mode,
                threads,
                parameters,
                shape,
                contender,
                twin,
                median,
                median * (0.01 + random.nextDouble() / 20)));
    }

    /** One with the figures that matter. */
    static Row row(
            String category,
            String benchmark,
            String mode,
            int threads,
            Map<String, String> parameters,
            String shape,
            Contender contender,
            String twin,
            double median,
            double error) {
        return new Row(
                category,
                benchmark,
                mode,
                threads,
                new TreeMap<>(parameters),
                shape,
                contender,
                contender.kind(),
                1_000,
                new Row.Time(median, error, median * 1.05, median * 0.97, median * 1.1, median * 1.6),
                5,
                25_000,
                Arrays.asList(median, median * 1.01, median * 0.99, median, median),
                contender == Contender.JDK ? 168.0 : 0.001,
                twin,
                null,
                null);
    }

    /** One of a pool, in a case of its own. */
    static Row row(String mode, String shape, Contender contender, String twin, double median, double error) {
        return row("pool", "Pooling", mode, 1, Map.of(), shape, contender, twin, median, error);
    }

    /** A run with other rows. */
    static Run with(List<Row> rows) {
        Run run = of(1);
        return new Run(
                run.schema(),
                run.started(),
                run.seconds(),
                run.finished(),
                run.settings(),
                run.machine(),
                run.tables(),
                rows,
                run.leftOut(),
                run.failed());
    }
}
