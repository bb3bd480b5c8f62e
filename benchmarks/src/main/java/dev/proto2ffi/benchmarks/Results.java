package dev.proto2ffi.benchmarks;

import dev.proto2ffi.benchmarks.report.HtmlReport;
import dev.proto2ffi.benchmarks.report.JsonFile;
import dev.proto2ffi.benchmarks.report.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the results: the last run, its report, and the run before it, to which the report compares.
 */
record Results(Path folder) {
    Path json() {
        return folder.resolve("benchmarks.json");
    }

    Path html() {
        return folder.resolve("benchmark_report.html");
    }

    private Path previous() {
        return folder.resolve("benchmarks.previous.json");
    }

    /** Keeps the run and its report; what was here becomes the run before, if it was complete. */
    void keep(Run run) throws IOException {
        Run last = readIfThere(json());
        if (last != null && last.finished()) {
            Files.move(json(), previous(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        JsonFile.write(run, json());
        report(run);
    }

    /** Writes the report of a run. */
    void report(Run run) throws IOException {
        JsonFile.replace(html(), HtmlReport.of(run, before(run)));
    }

    /** The run before, if it had the same settings. */
    @Nullable Run before(Run run) {
        Run before = readIfThere(previous());
        return before != null && before.settings().equals(run.settings()) ? before : null;
    }

    /** Null where there is no file, or one of another time. */
    private static @Nullable Run readIfThere(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return JsonFile.read(file);
        } catch (IOException e) {
            return null;
        }
    }
}
