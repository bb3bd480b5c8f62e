package dev.proto2ffi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.benchmarks.harness.Contender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    /** Where a module's tests run. */
    private static final Path DOC = Path.of("..", "docs", "performance.md");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRunSurvivesItsFile() throws IOException {
        Run run = SyntheticRun.of(7);
        Path file = folder.resolve("new").resolve("benchmarks.json");
        JsonFile.write(run, file);
        assertThat(JsonFile.read(file)).isEqualTo(run);
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsNoRunIsRefused() throws IOException {
        for (String text : List.of("", "[]", "{\"schema\": 99}", "{", "null")) {
            Path file = Files.writeString(folder.resolve("x.json"), text);
            assertThatThrownBy(() -> JsonFile.read(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theMachineHasNoNameAndNoPath() {
        String machine = Machine.here(List.of()).toString();
        assertThat(machine)
                .doesNotContain(System.getProperty("user.home") + "/")
                .doesNotContain("/usr/");
        assertThat(Machine.here(List.of()).cores()).isPositive();
    }

    @Test
    void theReportLoadsNothing() {
        String page = HtmlReport.of(SyntheticRun.of(1), null);
        assertThat(Pattern.compile("<(link|script|img|iframe)[^>]*(src|href)=\"(?!data:,)")
                        .matcher(page)
                        .find())
                .isFalse();
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("@import", "sourceMappingURL", "/*data*/", "/*charts*/", "/*style*/", "/*script*/")
                .contains("MIT License");
    }

    @Test
    void noTextEndsTheDataOfTheReport() {
        String page = HtmlReport.of(SyntheticRun.of(1), null);
        assertThat(page).doesNotContain(SyntheticRun.NASTY).contains("\\u003c/script\\u003e");
    }

    @Test
    void figuresOfTheDocsAreReplacedAndProseStays() {
        String doc =
                "# Title\n\n<!-- figures pool -->\nold\n<!-- end of figures -->\n\nProse $1 \\ stays.\n\n<!-- figures run -->\n<!-- end of figures -->\n";
        String written = PerformanceDoc.of(doc, SyntheticRun.of(1), null);
        assertThat(written)
                .startsWith("# Title\n\n<!-- figures pool -->\n\n| case |")
                .contains("`confined`", "Prose $1 \\ stays.", "Example(R) Processor, 2 cores")
                .doesNotContain("old");
        assertThat(PerformanceDoc.of(written, SyntheticRun.of(1), null)).isEqualTo(written);
    }

    @Test
    void theDocsSayHowWellARunRepeatsTheOneBefore() {
        Row earlier = SyntheticRun.row(Row.SAFE, "one", Contender.PROTO2FFI, "c", 10, 0.1);
        Row later = SyntheticRun.row(Row.SAFE, "one", Contender.PROTO2FFI, "c", 13, 0.1);
        String doc = "<!-- figures agreement -->\n<!-- end of figures -->\n";
        assertThat(PerformanceDoc.of(doc, SyntheticRun.with(List.of(later)), SyntheticRun.with(List.of(earlier))))
                .contains("0 of 1 rows agree", "| +30.0 % |");
        assertThat(PerformanceDoc.of(doc, SyntheticRun.of(1), null)).contains("no earlier run");
    }

    @Test
    void theDocsHaveAPlaceForEveryTable() throws IOException {
        String doc = Files.readString(DOC);
        assertThat(PerformanceDoc.places(doc))
                .containsAll(SyntheticRun.WORDS)
                .contains("run", "summary", "behind", "derived", "ladder-steps", "left-out", "agreement");
        String written = PerformanceDoc.of(doc, SyntheticRun.of(1), null);
        assertThat(PerformanceDoc.of(written, SyntheticRun.of(1), null)).isEqualTo(written);
    }
}
