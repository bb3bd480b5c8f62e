package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.reference.Argument;
import dev.proto2ffi.cli.reference.CommandEntry;
import dev.proto2ffi.cli.reference.ManPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The man pages, as the formatters of the machine see them. */
@DisabledOnOs(OS.WINDOWS)
class ManPageTest {
    @TempDir
    Path dir;

    private final CommandEntry root = Reference.root();
    private List<ManPage.File> pages = List.of();

    @BeforeEach
    void write() throws IOException {
        pages = new ManPage(root, "1.2.3", "2026-11-21").all();
        for (ManPage.File page : pages) {
            Files.writeString(dir.resolve(page.name()), page.content());
        }
    }

    private Programs.Result run(String... command) {
        return Programs.run(
                dir, Map.of("LC_ALL", "C.UTF-8", "MANWIDTH", "80", "MAN_KEEP_FORMATTING", ""), List.of(command));
    }

    /** The text that a reader sees. */
    private String shown(String page) {
        Programs.require("groff");
        Programs.Result result = run("groff", "-man", "-Tutf8", "-rLL=80n", "-P-cbou", page);
        assertThat(result.err()).isEmpty();
        return result.out().replaceAll("[\u2010\u2212]", "-");
    }

    @Test
    void thereIsAPageForTheProgramAndForEachCommand() {
        List<String> names = new ArrayList<>(List.of("proto2ffi.1"));
        root.commands().forEach(command -> names.add("proto2ffi-" + command.name() + ".1"));
        assertThat(pages).map(ManPage.File::name).containsExactlyElementsOf(names);
    }

    @Test
    void groffHasNothingToWarnOf() {
        Programs.require("groff");
        for (ManPage.File page : pages) {
            Programs.Result result = run("groff", "-man", "-Tutf8", "-ww", "-z", page.name());
            assertThat(result).as(page.name()).isEqualTo(new Programs.Result(0, "", ""));
        }
    }

    @Test
    void mandocHasNothingToWarnOf() {
        Programs.require("mandoc");
        for (ManPage.File page : pages) {
            Programs.Result result = run("mandoc", "-Tlint", "-Wwarning", page.name());
            assertThat(result.out() + result.err()).as(page.name()).isEmpty();
        }
    }

    @Test
    void manShowsThemWithoutWarnings() {
        Programs.require("man");
        for (ManPage.File page : pages) {
            Programs.Result result = run("man", "--warnings", "-P", "cat", "-l", page.name());
            assertThat(result.err()).as(page.name()).isEmpty();
            assertThat(result.out()).contains("NAME", "SYNOPSIS", "SEE ALSO");
        }
    }

    @Test
    void theyAreCompleteAndFitEightyColumns() {
        for (CommandEntry command : root.commands()) {
            String text = shown("proto2ffi-" + command.name() + ".1");
            assertThat(text.lines()).as(command.name()).allMatch(line -> line.length() <= 80);
            for (Argument option : command.options()) {
                assertThat(text).contains("\n       " + option.term() + "\n");
            }
            for (String example : command.examples()) {
                assertThat(text).contains("\n         " + example + "\n");
            }
            assertThat(text)
                    .contains(
                            "proto2ffi-" + command.name() + " - ",
                            command.synopsis().get(0),
                            "EXIT STATUS");
        }
        String program = shown("proto2ffi.1");
        assertThat(program).contains("proto2ffi 1.2.3", "2026-11-21", "NO_COLOR", "@FILE", "proto2ffi-generate(1)");
        assertThat(program.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theCommandPrintsOneOrWritesAll() {
        Cli cli = new Cli(dir);
        assertThat(cli.run("man").out()).contains(".TH \"PROTO2FFI\" \"1\"");
        assertThat(cli.run("man", "layout").out()).contains(".TH \"PROTO2FFI-LAYOUT\" \"1\"");
        assertThat(cli.run("man", "-o", "DIR/pages")).isEqualTo(new Cli.Result(0, "", ""));
        assertThat(dir.resolve("pages/proto2ffi-layout.1")).exists();
        assertThat(cli.run("man", "-o", "DIR/pages", "layout").code()).isEqualTo(2);
    }
}
