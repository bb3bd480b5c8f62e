package dev.proto2ffi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.benchmarks.report.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Path FOLDER = Path.of("user");
    private static final Path OUT = Path.of("results");

    @Test
    void allCategoriesAreMeasuredWithoutArguments() throws Exception {
        assertThat(of()).isEqualTo(new Arguments.Measure(List.of(Suite.Category.values()), Settings.FULL, OUT));
    }

    @Test
    void categoriesRunInTheOrderOfTheReport() throws Exception {
        assertThat(of("--only", "cache,allocation", "--quick"))
                .isEqualTo(new Arguments.Measure(
                        List.of(Suite.Category.ALLOCATION, Suite.Category.CACHE), Settings.QUICK, OUT));
    }

    @Test
    void roundsCanBeChosen() throws Exception {
        assertThat(of("--rounds", "7"))
                .isEqualTo(new Arguments.Measure(List.of(Suite.Category.values()), Settings.FULL.withRounds(7), OUT));
    }

    @Test
    void pathsAreThoseOfTheUser() throws Exception {
        assertThat(of("--out", "here"))
                .isEqualTo(
                        new Arguments.Measure(List.of(Suite.Category.values()), Settings.FULL, FOLDER.resolve("here")));
        assertThat(of("--compare", "a", "b"))
                .isEqualTo(new Arguments.Compare(FOLDER.resolve("a"), FOLDER.resolve("b")));
        assertThat(of("--docs", "a")).isEqualTo(new Arguments.Docs(FOLDER.resolve("a")));
        assertThat(of("--report", "a")).isEqualTo(new Arguments.Report(FOLDER.resolve("a")));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithAWayOut() {
        assertRefused("--only needs a value", "--only");
        assertRefused("no category 'cash', only allocation", "--only", "cash");
        assertRefused("from 1 to 999, not 0", "--rounds", "0");
        assertRefused("what is cache? --help", "cache");
        assertRefused("--compare needs a value", "--compare", "a");
        assertRefused("nothing can follow: c", "--compare", "a", "b", "c");
    }

    private static void assertRefused(String message, String... words) {
        assertThatThrownBy(() -> of(words))
                .isInstanceOf(Arguments.BadArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Arguments of(String... words) throws Arguments.BadArgumentException {
        return Arguments.of(List.of(words), FOLDER, OUT);
    }
}
