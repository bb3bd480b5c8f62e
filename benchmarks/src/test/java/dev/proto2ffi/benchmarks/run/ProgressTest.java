package dev.proto2ffi.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Plan.Task SLOW = task("500");
    private static final Plan.Task FAST = task("100000");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aPipeGetsALineForEachRow() {
        Progress progress = new Progress(out, false, 2, 1);
        progress.startRound(1);
        progress.start(SLOW);
        progress.done(SLOW, 20, "1.30 ns");
        progress.start(FAST);
        progress.done(FAST, 10, "0.50 ns");
        assertThat(text())
                .isEqualTo("[1/2] cache SequentialReactions.Safe.javaIndex count 500 … 1.30 ns, 20 s left\n"
                        + "[2/2] cache SequentialReactions.Safe.javaIndex count 100000 … 0.50 ns, 0 s left\n");
    }

    @Test
    void theTimeLeftIsLearned() {
        Progress progress = new Progress(out, false, 2, 3);
        progress.startRound(1);
        progress.done(SLOW, 600, "x");
        progress.done(FAST, 300, "x");
        progress.startRound(2);
        progress.done(SLOW, 600, "x");
        assertThat(text().lines().map(line -> line.replaceAll(".*, ", "")))
                .containsExactly("50 min left", "30 min left", "23 min left");
        assertThat(text()).contains("round 2/3 [1/2]");
    }

    @Test
    void aTerminalKeepsOneLineThatFits() {
        Progress progress = new Progress(out, true, 2, 1);
        progress.startRound(1);
        progress.start(SLOW);
        progress.done(SLOW, 20, "1.30 ns".repeat(20));
        progress.end();
        assertThat(text()).doesNotContain("\n");
        assertThat(text().split("\r\033\\[2K"))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(80));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static Plan.Task task(String count) {
        return new Plan.Task(
                "cache", "dev.proto2ffi.benchmarks.cache.SequentialReactions.Safe.javaIndex", Map.of("count", count));
    }
}
