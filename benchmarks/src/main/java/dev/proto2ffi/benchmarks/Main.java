package dev.proto2ffi.benchmarks;

import dev.proto2ffi.benchmarks.report.Agreement;
import dev.proto2ffi.benchmarks.report.JsonFile;
import dev.proto2ffi.benchmarks.report.PerformanceDoc;
import dev.proto2ffi.benchmarks.report.Row;
import dev.proto2ffi.benchmarks.report.Run;
import dev.proto2ffi.benchmarks.report.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Runs the suite, and makes something of runs: what {@code ./proto2ffi-bench} calls, in the folder of this module. Paths are
 * relative to the folder in the environment variable PROTO2FFI_BENCH_FOLDER, where the user is.
 */
@SuppressWarnings("SystemOut") // a program of the command line
public final class Main {
    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;

    private Main() {}

    /** Exits with 0 when all went well, with 1 when a row or a file failed, with 2 for bad arguments. */
    public static void main(String[] words) throws InterruptedException {
        Path folder = Path.of(Objects.requireNonNullElse(System.getenv("PROTO2FFI_BENCH_FOLDER"), ""));
        int status;
        try {
            status = run(Arguments.of(List.of(words), folder, Path.of("results")));
        } catch (Arguments.BadArgumentException e) {
            System.err.println("proto2ffi-bench: " + e.getMessage());
            status = BAD_ARGUMENTS;
        } catch (IOException e) {
            // Those of the JDK have but a path as their message.
            System.err.println("proto2ffi-bench: " + (e.getClass() == IOException.class ? e.getMessage() : e));
            status = FAILED;
        }
        System.exit(status);
    }

    private static int run(Arguments arguments) throws IOException, InterruptedException {
        if (arguments instanceof Arguments.Measure measure) {
            return measure(measure);
        }
        if (arguments instanceof Arguments.Report report) {
            Results results = new Results(parent(report.run()));
            results.report(JsonFile.read(report.run()));
            System.out.println(results.html());
        } else if (arguments instanceof Arguments.Compare compare) {
            System.out.print(Agreement.of(JsonFile.read(compare.earlier()), JsonFile.read(compare.later()))
                    .text());
        } else if (arguments instanceof Arguments.Docs docs) {
            Path doc = Path.of("..", "docs", "performance.md");
            Run run = JsonFile.read(docs.run());
            Run before = new Results(parent(docs.run())).before(run);
            JsonFile.replace(doc, PerformanceDoc.of(Files.readString(doc), run, before));
            System.out.println(doc);
        } else {
            try (InputStream help = Main.class.getResourceAsStream("help.txt")) {
                System.out.print(new String(Objects.requireNonNull(help).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return 0;
    }

    private static int measure(Arguments.Measure wanted) throws IOException, InterruptedException {
        Session session = new Session(wanted);
        Run run = session.run();
        for (Run.Table table : run.tables()) {
            List<Row> rows = run.asRows().of(table.word());
            if (!rows.isEmpty()) {
                System.out.println(TextTable.of(table.word() + ": " + table.title(), rows));
            }
        }
        run.leftOut().forEach(missing -> System.err.println("left out: " + missing.what() + ": " + missing.why()));
        run.failed().forEach(missing -> System.err.println("FAILED: " + missing.what() + ": " + missing.why()));
        System.err.println(new Results(wanted.out()).html());
        return run.failed().isEmpty() ? 0 : FAILED;
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
