package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.reference.CommandEntry;
import dev.proto2ffi.cli.reference.Topic;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help reads the same for every command, and fits a terminal. */
class HelpTest {
    @TempDir
    Path dir;

    private String help(String subject) {
        Cli.Result result = new Cli(dir).run("help", subject);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.out();
    }

    @Test
    void everyCommandSaysWhatItDoesInASentenceAndGivesExamplesOfItself() {
        for (CommandEntry command : Reference.root().commands()) {
            assertThat(command.summary())
                    .as(command.name())
                    .matches("\\p{Lu}.*[a-z]\\.")
                    .hasSizeLessThan(80);
            assertThat(command.synopsis().get(0)).matches("proto2ffi " + command.name() + ".*|protoc-gen-proto2ffi .*");
            assertThat(command.description())
                    .as("description of %s", command.name())
                    .isNotEmpty();
            assertThat(command.examples())
                    .as("examples of %s", command.name())
                    .isNotEmpty()
                    .anyMatch(line -> line.contains("proto2ffi"));
            assertThat(command.options())
                    .allSatisfy(option ->
                            assertThat(option.description()).as(option.term()).matches("(\\p{Lu}|table|[a-z]+ ).*\\."));
        }
    }

    @Test
    void everyHelpFitsAnEightyColumnTerminal() {
        for (CommandEntry command : Reference.root().commands()) {
            assertThat(help(command.name()).lines()).as(command.name()).allMatch(line -> line.length() <= 80);
        }
        for (Topic topic : Topic.values()) {
            assertThat(help(topic.word()).lines()).as(topic.word()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void optionsStandUnderHeadingsTheCommandsOwnFirst() {
        assertThat(help("generate"))
                .containsSubsequence(
                        "\nOptions:\n",
                        "--java-out",
                        "\nInput options:\n",
                        "--proto_path",
                        "--option",
                        "\nOptions of every command:\n",
                        "--color");
        assertThat(new Cli(dir).run("--help").out())
                .containsSubsequence("Usage: proto2ffi [OPTION]... COMMAND", "\nCommands:\n", "generate", "\nOptions");
    }

    @Test
    void topicsAreExplained() {
        assertThat(help("exit-codes")).startsWith("Exit codes\n").contains("\n  2\n      The command line is wrong.\n");
        assertThat(help("environment")).contains("NO_COLOR", "PROTO2FFI_OPTS");
        assertThat(help("argument-files")).contains("@FILE", "\n  proto2ffi generate @proto2ffi.args\n");
        assertThat(help("formats")).contains("--error-format json", "fingerprint");
        for (String word : Topic.words()) {
            assertThat(help("help")).contains(word);
            assertThat(new Cli(dir).run("--help").out()).contains(word);
        }
    }

    @Test
    void whatDoesntExistIsToldWithWhatDoes() {
        Cli.Result result = new Cli(dir).run("help", "exitcodes");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("there is no exitcodes; there are generate", "exit-codes");
        assertThat(new Cli(dir).run("man", "nope").err()).contains("there is no nope; there are generate");
        assertThat(new Cli(dir).run("nope").err()).startsWith("error: there is no command nope\n");
    }

    @Test
    void widerTerminalsGetLongerLines() {
        String narrow = new Cli(dir)
                .run(true, Map.of("COLUMNS", "60"), "help", "environment")
                .out();
        assertThat(narrow.lines()).allMatch(line -> line.length() <= 60);
        String wide = new Cli(dir)
                .run(true, Map.of("COLUMNS", "200"), "help", "environment")
                .out();
        assertThat(wide.lines()).anyMatch(line -> line.length() > 80).allMatch(line -> line.length() <= 100);
    }
}
