package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps {@code docs/cli.md} to the commands as they are; {@code -Dcases.refresh} rewrites it. */
class CliPageTest {
    private static final Path PAGE = Path.of("..", "docs", "cli.md");
    private static final String BEGIN = "<!-- Made of the commands by CliPageTest. -->\n";

    @TempDir
    Path dir;

    @Test
    void thePageTellsOfTheCommandsAsTheyAre() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        assertThat(begin).as("the mark %s in %s", BEGIN, PAGE).isNotNegative();
        String wanted = page.substring(0, begin + BEGIN.length()) + new CliPage(Reference.root(), dir).markdown();
        if (wanted.equals(page)) {
            return;
        }
        if (System.getProperty("cases.refresh") != null) {
            Files.writeString(PAGE, wanted);
            fail("rewrote " + PAGE + "; look at the difference, then run without -Dcases.refresh");
        }
        assertThat(page).as("%s; -Dcases.refresh rewrites it", PAGE).isEqualTo(wanted);
    }
}
