package dev.proto2ffi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.report.JsonFile;
import dev.proto2ffi.benchmarks.report.Run;
import dev.proto2ffi.benchmarks.report.SyntheticRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theRunBeforeIsKept() throws IOException {
        Results results = new Results(folder);
        results.keep(SyntheticRun.of(1));
        results.keep(SyntheticRun.of(2));
        assertThat(JsonFile.read(results.json())).isEqualTo(SyntheticRun.of(2));
        assertThat(JsonFile.read(folder.resolve("benchmarks.previous.json"))).isEqualTo(SyntheticRun.of(1));
        assertThat(Files.readString(results.html())).contains("of the rows repeat the run before");
    }

    @Test
    void anInterruptedRunIsNotWorthKeeping() throws IOException {
        Results results = new Results(folder);
        results.keep(SyntheticRun.of(1));
        results.keep(interrupted(SyntheticRun.of(2)));
        results.keep(SyntheticRun.of(3));
        assertThat(JsonFile.read(folder.resolve("benchmarks.previous.json"))).isEqualTo(SyntheticRun.of(1));
    }

    @Test
    void anInterruptedRunSaysSo() throws IOException {
        Results results = new Results(folder);
        results.keep(interrupted(SyntheticRun.of(1)));
        assertThat(Files.readString(results.html())).contains("This run was interrupted");
    }

    @Test
    void aBrokenEarlierFileIsNoObstacle() throws IOException {
        Results results = new Results(folder);
        Files.writeString(results.json(), "{ \"schema\": 0 }");
        results.keep(SyntheticRun.of(1));
        assertThat(JsonFile.read(results.json())).isEqualTo(SyntheticRun.of(1));
    }

    private static Run interrupted(Run run) {
        return new Run(
                run.schema(),
                run.started(),
                run.seconds(),
                false,
                run.settings(),
                run.machine(),
                run.tables(),
                run.rows(),
                run.leftOut(),
                run.failed());
    }
}
