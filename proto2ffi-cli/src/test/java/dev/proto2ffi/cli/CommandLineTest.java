package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.Cli.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    Path dir;

    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(dir);
        cli.write("social/post.proto", """
                syntax = "proto3";
                package social;
                import "social/user.proto";
                message Post { uint64 id = 1; bool pinned = 2; User author = 3; }
                """);
        cli.write("social/user.proto", "syntax = \"proto3\"; package social; message User { uint64 id = 1; }");
    }

    private static String[] words(String line) {
        return line.split(" ", -1);
    }

    private Result run(String line) {
        return cli.run(words(line));
    }

    @Test
    void generatesEachLanguageThatWasAskedForAndSaysNothing() {
        Result result =
                run("generate -I DIR --java-out DIR/j --c-out DIR/c DIR/social/post.proto DIR/social/user.proto");
        assertThat(result).isEqualTo(new Result(0, "", ""));
        assertThat(cli.path("j/social/ffi/Post.java")).exists();
        assertThat(cli.path("c/social/post.p2f.h")).exists();
        assertThat(cli.path("r")).doesNotExist();
    }

    @Test
    void writesTheCallsOfAServiceAndRemovesThemWithIt() throws IOException {
        String message = "syntax = \"proto3\"; package calc; message Op { int32 a = 1; }";
        cli.write("calc.proto", message + " service Calc { rpc Do(Op) returns (Op); }");
        String line = "generate -I DIR --java-out DIR/j --c-out DIR/c DIR/calc.proto";
        assertThat(run(line)).isEqualTo(new Result(0, "", ""));
        assertThat(cli.path("j/calc/ffi/Calc.java")).exists();
        assertThat(cli.path("j/calc/ffi/CalcClient.java")).exists();
        assertThat(cli.path("j/calc/ffi/CalcDescription.java")).exists();
        assertThat(cli.path("c/proto2ffi_service.h")).exists();
        cli.write("calc.proto", message);
        assertThat(run(line)).isEqualTo(new Result(0, "", ""));
        assertThat(cli.path("j/calc/ffi")).isDirectoryContaining("glob:**/Op.java");
        assertThat(cli.path("j/calc/ffi")).isDirectoryNotContaining("glob:**/Calc*.java");
        assertThat(cli.path("c/proto2ffi_service.h")).doesNotExist();
    }

    @Test
    void makesTheRustOutputACrateOnlyWhenAskedTo() {
        assertThat(run("generate -I DIR --rust-out DIR/r DIR/social/post.proto").code())
                .isZero();
        assertThat(cli.path("r/Cargo.toml")).doesNotExist();
        assertThat(run("generate -I DIR --rust-out DIR/r2 --cargo-toml DIR/social/post.proto")
                        .code())
                .isZero();
        try (Stream<Path> tree = Files.walk(cli.path("r2"))) {
            assertThat(tree).anyMatch(path -> path.endsWith("Cargo.toml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void takesArgumentsFromAFile() throws IOException {
        cli.write("args", "generate -I " + dir + "\n--java-out " + dir + "/j\n" + dir + "/social/post.proto");
        assertThat(run("@DIR/args").code()).isZero();
        assertThat(cli.path("j/social/ffi/Post.java")).exists();
    }

    @Test
    void findsImportsInAJarToo() throws IOException {
        Path jar = cli.path("lib.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("lib/unit.proto"));
            zip.write("syntax = \"proto3\"; message Unit {}".getBytes(StandardCharsets.UTF_8));
        }
        cli.write("a.proto", "syntax = \"proto3\"; import \"lib/unit.proto\"; message A { Unit unit = 1; }");
        assertThat(run("check -I DIR -I DIR/lib.jar DIR/a.proto").err()).doesNotContain("error");
        assertThat(run("check -I DIR DIR/a.proto").code()).isEqualTo(1);
    }

    @Test
    void showsTheLayoutOfTheFilesThatWereNamed() {
        Result result = run("layout -I DIR DIR/social/post.proto");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("social.Post  24 bytes, align 8, flat, 0x")
                .contains("\n       9     7  -- padding\n")
                .doesNotContain("social.User  8 bytes")
                .doesNotContain("│");
    }

    @Test
    void drawsTheTableForATerminal() {
        Result result = cli.run(true, Map.of("COLUMNS", "80"), words("layout -I DIR DIR/social/post.proto"));
        assertThat(result.out()).contains("\u001B[1moffset\u001B[0m").contains("\u001B[1msocial.Post");
        Result plain =
                cli.run(true, Map.of("COLUMNS", "80", "NO_COLOR", "1"), words("layout -I DIR DIR/social/post.proto"));
        assertThat(plain.out()).contains("│ offset │").doesNotContain("\u001B");
    }

    @Test
    void keepsWithinTheTerminalWhateverItsCharset() throws IOException {
        cli.write("long.proto", """
                syntax = "proto3";
                package a_package.with_a_long_name.and_parts;
                message AMessageWhoseNameIsRatherLong {
                  repeated AMessageWhoseNameIsRatherLong a_field_whose_name_is_even_longer_than_that = 1;
                  map<string, AMessageWhoseNameIsRatherLong> another_field_with_a_long_name = 2;
                }
                """);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII)) {
            for (int columns : new int[] {60, 80, 200}) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                Console console =
                        new Console(out, out, charset, true, true, Map.of("COLUMNS", "" + columns, "NO_COLOR", "1"));
                assertThat(Main.run(console, "layout", cli.path("long.proto").toString()))
                        .isZero();
                assertThat(out.toString(charset).lines()).allMatch(line -> line.length() <= columns);
                assertThat(out.toString(charset)).contains(charset.equals(StandardCharsets.UTF_8) ? "┌───" : "+---");
                assertThat(out.toString(charset).replaceAll("[\\s│|0-9]", ""))
                        .contains("a_package.with_a_long_name.and_parts.AMessageWhoseNameIsRatherLong");
            }
        }
    }

    @Test
    void writesAPageAndSaysWhereItIs() throws IOException {
        Result result = run("layout --format html -I DIR -o DIR/out.html --hot author DIR/social/post.proto");
        assertThat(result).isEqualTo(new Result(0, "", "open file://DIR/out.html in a browser\n"));
        assertThat(cli.path("out.html"))
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains("\"name\": \"social.Post\"")
                .contains("\"hot\": [\"author\"]");
        assertThat(run("layout --format html -I DIR DIR/social/post.proto").out())
                .isEqualTo(Files.readString(cli.path("out.html")).replace("\"hot\": [\"author\"]", "\"hot\": []"));
    }

    @Test
    void aPageOnATerminalIsRefused() {
        Result result = cli.run(true, Map.of(), words("layout --format html -I DIR DIR/social/post.proto"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("a page needs a file: give -o layout.html");
    }

    @Test
    void writesLayoutsAsJsonWithThoseOfImports() throws IOException {
        Result result = run("layout --format json -I DIR -o DIR/out.json DIR/social/post.proto");
        assertThat(result).isEqualTo(new Result(0, "", ""));
        assertThat(cli.path("out.json"))
                .content()
                .startsWith("{\"structs\": [\n")
                .contains("\"name\": \"social.User\"")
                .contains("\"padding\": [{\"offset\": 9, \"size\": 7}]");
    }

    @Test
    void showsOneMessageByItsNameOrTheEndOfIt() {
        assertThat(run("layout -I DIR --message User DIR/social/post.proto").out())
                .startsWith("social.User  8 bytes");
        Result unknown = run("layout -I DIR --message Usr DIR/social/post.proto");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no message Usr; there are social.User, social.Post");
    }

    @Test
    void checkIsSilentWhenAllIsWellAndAdvisesWhereItCould() throws IOException {
        assertThat(run("check -I DIR DIR/social/user.proto")).isEqualTo(new Result(0, "", ""));
        cli.write("a.proto", "syntax = \"proto3\"; message A { bool a = 1; int64 b = 2; bool c = 3; }");
        Result advice = run("check DIR/a.proto");
        assertThat(advice.code()).isZero();
        assertThat(advice.err())
                .startsWith(
                        "DIR/a.proto:1:28: note: A takes 24 bytes; in another order of its fields it would take 16\n")
                .contains("help: ");
    }

    @Test
    void writesDescriptorsToAFileOrTheStandardOutput() throws IOException {
        assertThat(run("descriptor -I DIR -o DIR/one.binpb DIR/social/post.proto")
                        .code())
                .isZero();
        assertThat(
                        run("descriptor -I DIR --include-imports --include-source-info -o DIR/all.binpb DIR/social/post.proto")
                                .code())
                .isZero();
        assertThat(Files.size(cli.path("all.binpb"))).isGreaterThan(Files.size(cli.path("one.binpb")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(cli.run(
                        out,
                        OutputStream.nullOutputStream(),
                        false,
                        Map.of(),
                        "descriptor",
                        "-I",
                        "DIR",
                        "-o",
                        "-",
                        "DIR/social/post.proto"))
                .isZero();
        assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(cli.path("one.binpb")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "generat x.proto",
                "generate x.proto",
                "generate --java-out",
                "generate --java-out DIR/j --cargo-toml x.proto",
                "generate --java-out DIR/j",
                "generate --nope --java-out DIR/j x.proto",
                "layout --format html --hot nowhere DIR/social/user.proto",
                "layout --format json --hot id DIR/social/user.proto",
                "layout --format xml x.proto",
                "check --color sometimes x.proto",
                "check --max-errors many x.proto",
                "check --error-format xml x.proto",
                "descriptor x.proto",
                "help nope",
                "diff a.proto",
                "lock",
                "generate --watch x.proto"
            })
    void aWrongCommandLineIsTwoAndSaysWhatToDo(String line) {
        Result result = line.isEmpty() ? cli.run() : run(line);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).containsIgnoringCase("help").doesNotContain("\tat ");
    }

    @Test
    void suggestsWhatWasMeant() {
        assertThat(run("generat").err()).contains("did you mean generate?");
        assertThat(run("check --colr always x").err()).contains("did you mean --color?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "generate --help",
                "layout -h",
                "help",
                "help check",
                "help descriptor",
                "help init",
                "help protos",
                "help protoc-plugin",
                "--version"
            })
    void helpAndVersionAreResults(String line) {
        Result result = run(line);
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("proto2ffi");
        assertThat(result.out().lines()).allMatch(text -> text.length() <= 80);
    }

    @Test
    void listsOnlyCommandsThatThereAre() {
        assertThat(run("--help").out())
                .contains("generate", "layout", "check", "diff", "lock", "descriptor", "init", "protos", "completion")
                .doesNotContain("watch");
        assertThat(run("generate --help").out()).contains("Examples:");
    }

    @Test
    void printsACompletionScript() {
        assertThat(run("completion").out()).startsWith("#!/usr/bin/env bash").contains("descriptor-set-in");
    }

    @Test
    void tellsErrorsAsJsonWhenAskedTo() throws IOException {
        cli.write("a.proto", "syntax = \"proto3\"; message A { int32 a = 1 }");
        assertThat(run("check --error-format json DIR/a.proto").err().lines())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("{\"severity\": \"error\", \"code\": ")
                .contains("\"file\": \"DIR/a.proto\", \"line\": 1, \"column\": 44");
        assertThat(run("--error-format=json check DIR/missing.proto").err()).startsWith("{\"severity\": \"error\"");
    }

    @Test
    void showsAsManyErrorsAsAskedForAndCountsTheRest() throws IOException {
        cli.write("a.proto", "syntax = \"proto3\"; message A { " + "nope x = 1; ".repeat(5) + "}");
        Result all = run("check --max-errors 0 DIR/a.proto");
        long errors =
                all.err().lines().filter(line -> line.contains(": error: ")).count();
        assertThat(errors).isGreaterThanOrEqualTo(5);
        Result some = run("check --max-errors 2 DIR/a.proto");
        assertThat(some.code()).isEqualTo(1);
        assertThat(some.err().lines().filter(line -> line.contains(": error: ")))
                .hasSize(2);
        assertThat(some.err()).contains("note: " + (errors - 2) + " more errors not shown\n   help: --max-errors 0");
    }

    @Test
    void coloursOnTerminalsOnlyUnlessToldOtherwise() throws IOException {
        cli.write("a.proto", "syntax = \"proto3\"; message A { int32 a = 1 }");
        String[] check = words("check DIR/a.proto");
        assertThat(cli.run(true, Map.of(), check).err()).contains("\u001B[1;31m");
        assertThat(cli.run(false, Map.of(), check).err()).doesNotContain("\u001B");
        assertThat(cli.run(true, Map.of("NO_COLOR", "1"), check).err()).doesNotContain("\u001B");
        assertThat(cli.run(true, Map.of("TERM", "dumb"), check).err()).doesNotContain("\u001B");
        assertThat(cli.run(true, Map.of(), words("--color never check DIR/a.proto"))
                        .err())
                .doesNotContain("\u001B");
        assertThat(run("check --color always DIR/a.proto").err()).contains("\u001B[1;31m");
    }

    @Test
    void showsProgressOnATerminalWithSeveralFilesOnly() {
        String line = "generate -I DIR --java-out DIR/j DIR/social/post.proto";
        assertThat(cli.run(true, Map.of(), words(line)).err()).isEmpty();
        assertThat(cli.run(true, Map.of(), words(line + " DIR/social/user.proto"))
                        .err())
                .contains("compiling 2 files")
                .endsWith("0 written, 2 unchanged\n");
        assertThat(cli.run(false, Map.of(), words(line + " DIR/social/user.proto"))
                        .err())
                .isEmpty();
    }

    @Test
    void aFullDiskBehindTheStandardOutputIsThree() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new FailingStream("No space left on device");
        assertThat(cli.run(full, err, false, Map.of(), words("layout -I DIR DIR/social/post.proto")))
                .isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("error: can't write to the standard output: No space left on device\n");
        assertThat(cli.run(full, err, false, Map.of(), "--help")).isEqualTo(3);
    }

    @Test
    void aReaderThatHasGoneNeedsNoMessage() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream gone = new FailingStream("Broken pipe");
        assertThat(cli.run(gone, err, false, Map.of(), words("layout -I DIR DIR/social/post.proto")))
                .isEqualTo(3);
        assertThat(err.size()).isZero();
    }

    @Test
    void failuresOfTheToolAreOneLineWithoutAStackTraceUnlessDebugging() {
        for (Throwable problem :
                new Throwable[] {new StackOverflowError(), new IllegalStateException("x"), new OutOfMemoryError()}) {
            OutputStream broken = new OutputStream() {
                @Override
                public void write(int b) {
                    throw sneaky(problem);
                }
            };
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(cli.run(broken, err, false, Map.of(), words("layout -I DIR DIR/social/post.proto")))
                    .isEqualTo(3);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith("error: ")
                    .doesNotContain("\tat ");
            assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
            assertThat(cli.run(broken, err, false, Map.of(), words("layout --debug -I DIR DIR/social/post.proto")))
                    .isEqualTo(3);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("\tat ");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable problem) throws T {
        throw (T) problem;
    }

    private static final class FailingStream extends OutputStream {
        private final String reason;

        FailingStream(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
