package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options that are set from outside of the .proto: side files and {@code --option}. */
class RuleOptionsTest {
    @TempDir
    Path dir;

    private Cli cli = new Cli(Path.of(""));

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(dir);
        cli.write("post.proto", """
                        syntax = "proto3";
                        package social;
                        message Post {
                          uint64 likes = 1;
                        }
                        """);
    }

    private Result run(String command, String... more) {
        String[] words = new String[4 + more.length];
        words[0] = command;
        words[1] = "-I";
        words[2] = "DIR";
        words[3] = "DIR/post.proto";
        System.arraycopy(more, 0, words, 4, more.length);
        return cli.run(words);
    }

    @Test
    void aRuleOfTheCommandLineWinsOverTheSideFile() throws IOException {
        assertThat(run("layout", "--format", "json").out()).contains("\"size\": 8");
        cli.write("post.options", "social.Post.likes int_size:IS_32");
        assertThat(run("layout", "--format", "json").out()).contains("\"size\": 4");
        Result result = run("layout", "--format", "json", "--option", "*.likes int_size:IS_16");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("\"size\": 2");
    }

    @Test
    void ruleAfterRuleMayBeGiven() {
        Result result = run(
                "layout",
                "--format",
                "json",
                "--option",
                "*.likes int_size:IS_16",
                "--option",
                "social.Post.likes int_size:IS_8");
        assertThat(result.out()).contains("\"size\": 1");
    }

    @Test
    void generateTakesRules() throws IOException {
        Result result = run("generate", "--c-out", "DIR/c", "--option", "post.proto c_prefix:soc");
        assertThat(result.code()).isZero();
        assertThat(cli.path("c/post.p2f.h")).content().contains("soc_Post");
    }

    @Test
    void anErrorInARuleStandsInTheArgument() {
        Result result = run("check", "--option", "social.Post.likes max_size:5");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                        --option:1:28: error: max_size is for strings and bytes; likes is a singular uint64
                            1 | social.Post.likes max_size:5
                              |                            ^
                           help: remove the option, or change the field
                        """);
    }

    @Test
    void aRuleThatMatchesNothingIsAWarning() {
        Result result = run("check", "--option", "social.Post.like max_size:5");
        assertThat(result.code()).isZero();
        assertThat(result.err())
                .startsWith("--option:1:1: warning: no file, message, field, enum or method of these files is named")
                .contains("help: did you mean social.Post.likes?");
    }

    @Test
    void anErrorInASideFileStandsInTheSideFile() throws IOException {
        cli.write("post.options", "# rules\nsocial.Post.likes int_size:IS_9\n");
        Result result = run("check");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("DIR/post.options:2:28: error: int_size takes one of IS_8, IS_16, IS_32, IS_64, not IS_9");
    }

    @Test
    void descriptorsTakeNoRules() {
        Result result = run("descriptor", "-o", "DIR/out.binpb", "--option", "* max_size:5");
        assertThat(result.code()).isEqualTo(2);
        assertThat(cli.path("out.binpb")).doesNotExist();
    }
}
