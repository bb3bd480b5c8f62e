package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.Cli.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with the input: the right exit code, a place, a reason, a way out, no stack trace, no output. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadInputTest {
    private static final int DEEP = 100_000;

    @TempDir
    Path dir;

    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(dir);
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(cli.path("out")).doesNotExist();
    }

    private Result generate(String file) {
        Result result = cli.run(
                "generate",
                "-I",
                "DIR",
                "--java-out",
                "DIR/out/j",
                "--c-out",
                "DIR/out/c",
                "--rust-out",
                "DIR/out/r",
                "DIR/" + file);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("internal");
        return result;
    }

    private Result generate(String file, String text) throws IOException {
        cli.write(file, text);
        return generate(file);
    }

    @Test
    void aMissingFile() {
        Result result = generate("missing.proto");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).isEqualTo("""
                        error: can't read DIR/missing.proto: there is no such file
                           help: give its path from the working directory, or its name in an import directory; \
                        looked in DIR
                        """);
    }

    @Test
    void aDirectory() throws IOException {
        Files.createDirectory(cli.path("social"));
        Result result = generate("social");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).isEqualTo("""
                        error: can't read DIR/social: it is a directory, not a .proto file
                           help: name the files in it, such as DIR/social/*.proto
                        """);
    }

    @Test
    void aFileOutsideOfTheImportDirectories() throws IOException {
        Files.createDirectory(cli.path("lib"));
        cli.write("a.proto", "");
        Result result = cli.run("check", "-I", "DIR/lib", "DIR/a.proto");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("DIR/a.proto lies in none of the import directories")
                .contains("help: add -I DIR,");
    }

    @Test
    void anOutputThatIsAnInput() throws IOException {
        cli.write("a.proto", "syntax = \"proto3\";");
        for (String command : List.of("descriptor", "layout")) {
            Result result = cli.run(command, "-I", "DIR", "-o", "DIR/./a.proto", "DIR/a.proto");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("a.proto would overwrite a file to compile");
            assertThat(cli.path("a.proto")).hasContent("syntax = \"proto3\";");
        }
    }

    @Test
    void binaryGarbage() throws IOException {
        byte[] bytes = new byte[64_000];
        new Random(42).nextBytes(bytes);
        Files.write(cli.path("garbage.proto"), bytes);
        Result result = generate("garbage.proto");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("DIR/garbage.proto:1:")
                .contains("more errors not shown")
                .doesNotContain("\u001B");
        assertThat(result.err().lines().filter(line -> line.contains(": error: ")))
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void anUnterminatedComment() throws IOException {
        Result result = generate("a.proto", "syntax = \"proto3\";\n/* never\nends");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                        DIR/a.proto:3:5: error: the file ends inside a comment
                            3 | ends
                              |     ^
                           DIR/a.proto:2:1: the comment starts here
                            2 | /* never
                              | --
                           help: close it with */
                        """);
    }

    @Test
    void aCyclicImport() throws IOException {
        cli.write("b.proto", "syntax = \"proto3\";\nimport \"a.proto\";\n");
        Result result = generate("a.proto", "syntax = \"proto3\";\nimport \"b.proto\";\n");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("DIR/a.proto:2:")
                .contains("a.proto -> b.proto -> a.proto")
                .contains("help: ");
    }

    @Test
    void anImportThatIsNowhere() throws IOException {
        Result result = generate("a.proto", "syntax = \"proto3\";\nimport \"b.proto\";\n");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("DIR/a.proto:2:")
                .contains("b.proto")
                .contains("help: ");
    }

    @Test
    void messagesNestedVeryDeep() throws IOException {
        Result result = generate("a.proto", "syntax = \"proto3\";\n" + "message M {".repeat(DEEP) + "}".repeat(DEEP));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("DIR/a.proto:2:").contains("nest");
        assertThat(result.err().lines()).allMatch(line -> line.length() < 300);
    }

    @Test
    void aValueNestedVeryDeep() throws IOException {
        String value = "{ java_package ".repeat(DEEP) + "}".repeat(DEEP);
        Result result = generate(
                "a.proto",
                "syntax = \"proto3\";\nimport \"proto2ffi/options.proto\";\noption (proto2ffi.file) = " + value + ";");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("DIR/a.proto:3:");
    }

    @Test
    void bracketsNestedVeryDeep() throws IOException {
        Result result = generate(
                "a.proto",
                "syntax = \"proto3\";\nmessage A { int32 a = 1 " + "[".repeat(DEEP) + "]".repeat(DEEP) + "; }");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("DIR/a.proto:2:");
    }

    @Test
    void aBoundOfZero() throws IOException {
        Result result = generate("a.proto", """
                syntax = "proto3";
                import "proto2ffi/options.proto";
                message A {
                  string content = 4 [(proto2ffi.field).max_size = 0];
                }
                """);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                        DIR/a.proto:4:52: error: max_size 0 leaves no room for the terminating NUL
                            4 |   string content = 4 [(proto2ffi.field).max_size = 0];
                              |                                                    ^
                           help: give the bytes of storage, NUL included, such as max_size = 64
                        """);
    }

    @Test
    void aStructOverTwoGibibytes() throws IOException {
        Result result = generate("a.proto", """
                syntax = "proto3";
                import "proto2ffi/options.proto";
                message A { bytes data = 1 [(proto2ffi.field).max_size = 2000000000]; }
                message B { A a = 1; A b = 2; }
                """);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("DIR/a.proto:4:24: error: ")
                .contains("4000000008 bytes")
                .contains("help: lower max_size or max_count");
    }

    @Test
    void anOutputDirectoryThatIsAFile() throws IOException {
        cli.write("a.proto", "syntax = \"proto3\"; message A { int32 a = 1; }");
        cli.write("gen", "mine");
        Result result = cli.run("generate", "--java-out", "DIR/gen", "DIR/a.proto");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("DIR/gen is a file, not a directory").contains("help: ");
        assertThat(cli.path("gen")).hasContent("mine");
    }

    @Test
    void oneBrokenFileAmongGoodOnes() throws IOException {
        cli.write("good.proto", "syntax = \"proto3\"; message A { int32 a = 1; }");
        cli.write("bad.proto", "syntax = \"proto3\"; message A { int32 a = 1 }");
        Result result = cli.run("generate", "-I", "DIR", "--java-out", "DIR/out", "DIR/good.proto", "DIR/bad.proto");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("DIR/bad.proto:1:44: error: ");
    }

    @Test
    void aJavaPackageThatIsNone() throws IOException {
        for (String text :
                new String[] {"a b", "a;b", "a*/b", "../../etc", "a..b", ".a", "a\\nb", "\\xff", "java.lang"}) {
            Result result = generate(
                    "package.proto",
                    "syntax = \"proto3\";\noption java_package = \"" + text + "\";\nmessage M { int32 a = 1; }\n");
            assertThat(result.code()).as(text).isEqualTo(1);
            assertThat(result.err())
                    .as(text)
                    .startsWith("DIR/package.proto:1:1: error: java_package \"")
                    .contains("help: ");
        }
    }

    @Test
    void aPathThatIsNone() {
        Result result = cli.run("check", "a\0b.proto");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("error: invalid value for FILE.proto: ")
                .contains("'a\\x00b.proto' is no path: nul character not allowed")
                .doesNotContain("Exception");
    }

    @Test
    void aPathThatIsEmptyAsOfAVariableThatIsNotSet() throws IOException {
        cli.write("a.proto", "");
        for (String[] words : new String[][] {
            {"check", ""}, {"check", "-I", "", "DIR/a.proto"}, {"generate", "--java-out", "", "DIR/a.proto"}
        }) {
            Result result = cli.run(words);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("the path is empty; write . for the working directory");
        }
    }

    @Test
    void aDescriptorSetThatIsNotThere() throws IOException {
        Files.createDirectory(cli.path("set"));
        for (String set : List.of("DIR/none", "DIR/set")) {
            Result result = cli.run("generate", "--descriptor-set-in", set, "--c-out", "DIR/out", "a.proto");
            assertThat(result.code()).isEqualTo(3);
            assertThat(result.err()).startsWith("error: can't read " + set).contains("help: ");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPathAsWindowsWritesIt() throws IOException {
        cli.write("social/post.proto", "");
        Result result = cli.run("check", "DIR\\social\\post.proto");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("help: did you mean DIR/social/post.proto?");
    }

    @Test
    void theExitCodeIsTheSameWhenNobodyCanBeTold() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int each) throws IOException {
                throw new IOException("Bad file descriptor");
            }
        };
        int code = cli.run(new ByteArrayOutputStream(), closed, false, Map.of(), "check", "DIR/missing.proto");
        assertThat(code).isEqualTo(3);
    }
}
