package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.Cli.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What init writes, says and refuses; that the projects work is the business of the integration tests. */
class InitCommandTest {
    @TempDir
    Path dir;

    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(dir);
    }

    private List<String> files(String project) {
        Path root = cli.path(project);
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void writesAProjectInJavaAndRustByDefault() {
        Result result = cli.run("init", "DIR/demo");
        assertThat(result.code()).isZero();
        assertThat(files("demo"))
                .containsExactly(
                        ".gitignore",
                        "README.md",
                        "pom.xml",
                        "src/main/java/com/example/demo/Main.java",
                        "src/main/proto/sensors/series.proto",
                        "src/main/rust/Cargo.toml",
                        "src/main/rust/src/lib.rs",
                        "src/test/java/com/example/demo/StatisticsTest.java");
        assertThat(cli.path("demo/src/main/rust/Cargo.toml")).content().contains("name = \"demo_native\"");
        assertThat(cli.path("demo/pom.xml")).content().contains("<groupId>com.example.demo</groupId>");
    }

    @Test
    void writesAProjectInJavaAndCWithTheNamesThatItIsGiven() {
        Result result =
                cli.run("init", "DIR/My Radar", "--native", "C", "--name", "radar-2", "--package", "org.acme.radar");
        assertThat(result.code()).isZero();
        assertThat(files("My Radar"))
                .contains("src/main/c/statistics.c", "src/main/java/org/acme/radar/Main.java")
                .noneMatch(file -> file.endsWith(".rs") || file.endsWith(".toml"));
        assertThat(cli.path("My Radar/src/main/java/org/acme/radar/Main.java"))
                .content()
                .startsWith("package org.acme.radar;\n")
                .contains("NativeLibrary.load(\"radar_2_native\"");
        assertThat(result.out()).contains("  cd 'DIR/My Radar'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rust", "c"})
    void fillsInEveryWordOfTheTemplates(String language) throws IOException {
        assertThat(cli.run("init", "--native", language, "DIR/demo").code()).isZero();
        for (String file : files("demo")) {
            String text = Files.readString(cli.path("demo").resolve(file));
            assertThat(text)
                    .as(file)
                    .doesNotContainPattern("@[a-z.]+@")
                    .endsWith("\n")
                    .doesNotContain("\t");
        }
        assertThat(cli.path("demo/pom.xml")).content().doesNotContain("${maven-", "${junit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rust", "c"})
    void theSchemaIsOneThatCheckHasNothingToSayAbout(String language) {
        cli.run("init", "--native", language, "DIR/demo");
        assertThat(cli.run("check", "-I", "DIR/demo/src/main/proto", "DIR/demo/src/main/proto/sensors/series.proto"))
                .isEqualTo(new Result(0, "", ""));
    }

    @Test
    void saysWhatToDoNext() {
        Result result = cli.run(false, Map.of("MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=" + dir), "init", "DIR/demo");
        assertThat(result.out())
                .startsWith("demo: Java and Rust, 8 files in DIR/demo\n  README.md\n  pom.xml\n")
                .endsWith("""

                        Next:
                          cd DIR/demo
                          mvn verify                     generates, compiles, tests, and runs the program
                          mvn -q compile exec:exec@run   runs the program again
                        """);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void warnsWhereTheCompilerIsMissing() throws IOException {
        Result missing = cli.run(false, Map.of("PATH", dir.toString()), "init", "--native", "c", "DIR/one");
        assertThat(missing.code()).isZero();
        assertThat(missing.err())
                .startsWith(
                        "warning: there is no cc on the PATH, which 'mvn verify' needs\n   help: install gcc or clang")
                .contains("init --native rust");
        Path tool = cli.write("cc", "#!/bin/sh\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(cli.run(false, Map.of("PATH", dir.toString()), "init", "--native", "c", "DIR/two")
                        .err())
                .isEmpty();
    }

    @Test
    void refusesADirectoryThatIsNotEmptyAndListsWhatIsInTheWay() throws IOException {
        cli.write("demo/notes.txt", "mine");
        Files.createDirectory(cli.path("demo/src"));
        Result result = cli.run("init", "DIR/demo");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                        error: DIR/demo is not empty; it has notes.txt, src/
                           help: give a new or an empty directory; nothing was written
                        """);
        assertThat(files("demo")).containsExactly("notes.txt");
    }

    @Test
    void takesAnEmptyDirectoryAndAFreshRepository() throws IOException {
        Files.createDirectories(cli.path("empty"));
        cli.write("fresh/.git/HEAD", "ref: refs/heads/main\n");
        assertThat(cli.run("init", "DIR/empty").code()).isZero();
        assertThat(cli.run("init", "DIR/fresh").code()).isZero();
        assertThat(cli.path("fresh/pom.xml")).exists();
    }

    @Test
    void refusesAFileInThePlaceOfTheDirectory() throws IOException {
        cli.write("demo", "mine");
        Result result = cli.run("init", "DIR/demo");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("DIR/demo is a file, not a directory").contains("help: ");
        assertThat(cli.path("demo")).hasContent("mine");
    }

    /** The first files can be written, until the path of one is longer than Linux takes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void writesNothingWhereItCannotWriteAll() {
        int length = 4_050;
        Path deep = dir;
        while (deep.toString().length() + 202 < length) {
            deep = deep.resolve("d".repeat(200));
        }
        deep = deep.resolve("d".repeat(length - deep.toString().length() - 1));
        Result result = cli.run("init", deep.toString(), "--name", "demo");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("error: ").contains("series.proto").doesNotContain("\tat ");
        assertThat(dir).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "init DIR/Demo",
                "init DIR/2fast",
                "init DIR/class",
                "init DIR/demo --name Demo",
                "init DIR/demo --name a..b",
                "init DIR/demo --name demo-",
                "init DIR/demo --package java.util",
                "init DIR/demo --package com.1x",
                "init DIR/demo --package com.int.x",
                "init DIR/demo --package ../x",
                "init DIR/demo --native go"
            })
    void aNameThatWillNotDoIsAWrongCommandLine(String line) {
        Result result = cli.run(line.split(" ", -1));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: ").contains("help").doesNotContain("\tat ");
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void proposesANameMadeOfTheDirectorys() {
        assertThat(cli.run("init", "DIR/My Project (2)").err()).contains("give one such as --name my-project-2");
        assertThat(cli.run("init", "DIR/123").err()).contains("give one such as --name demo");
    }
}
