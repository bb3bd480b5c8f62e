package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.cli.reference.CommandEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each example that a help gives, typed into bash in a folder with the files that the examples name. */
@DisabledOnOs(OS.WINDOWS)
class ExamplesTest {
    /** What timeout(1) tells of a program that it had to end. */
    private static final int TIMED_OUT = 124;

    @TempDir
    Path dir;

    private Path work;

    @BeforeEach
    void makeFolder() throws IOException {
        work = Files.createDirectories(dir.resolve("work"));
        for (String file : List.of(
                "social.proto",
                "post.proto",
                "proto/post.proto",
                "proto/social/post.proto",
                "before/social.proto",
                "old/social/post.proto")) {
            Files.createDirectories(work.resolve(file).getParent());
            // The one that --message names, and others beside it that may be compiled in the same run.
            String name = file.startsWith("proto/post") ? "other" : "social";
            Files.writeString(
                    work.resolve(file),
                    "syntax = \"proto3\"; package " + name + "; message Post { uint64 id = 1; uint32 likes = 2; }\n");
        }
        Files.createDirectories(dir.resolve("home/.config/fish/completions"));
        script(dir.resolve("bin/proto2ffi"), """
                exec "%s" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "%s" dev.proto2ffi.cli.Main "$@"
                """.formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path")));
        run("proto2ffi descriptor -o all.binpb post.proto");
        run("proto2ffi lock -I proto proto/social/post.proto && cp proto2ffi.lock old.lock");
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void run(String line) {
        boolean watches = line.contains(" --watch");
        Map<String, String> environment = Map.of(
                "HOME",
                dir.resolve("home").toString(),
                "PATH",
                dir.resolve("bin") + ":" + System.getenv("PATH"),
                "LC_ALL",
                "C.UTF-8");
        Programs.Result result = Programs.run(
                work, environment, List.of("bash", "-c", "set -o pipefail; " + (watches ? "timeout 6 " : "") + line));
        assertThat(result.err()).as(line).doesNotContain("error", "\tat ");
        assertThat(result.code()).as("%s%n%s", line, result.err()).isEqualTo(watches ? TIMED_OUT : 0);
    }

    @TestFactory
    List<DynamicTest> everyExampleRuns() {
        List<String> lines = new ArrayList<>();
        CommandEntry root = Reference.root();
        lines.addAll(root.examples());
        root.commands().forEach(command -> lines.addAll(command.examples()));
        assertThat(lines).hasSizeGreaterThan(10);
        // What begins with another program, such as protoc, has tests of its own.
        return lines.stream()
                .filter(line -> line.startsWith("proto2ffi ") || line.startsWith("eval "))
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    if (line.contains("| man ")) {
                        Programs.require("man");
                    }
                    run(line);
                }))
                .toList();
    }
}
