package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code generate --watch} in a process of its own, while files are edited as people and programs do. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchTest {
    /** Much more than any wait needs, so that a busy machine fails no test. */
    private static final long PATIENCE_SECONDS = 40;

    @TempDir
    Path dir;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private @Nullable Process process;

    @BeforeEach
    void makeSchemas() throws IOException {
        write("proto/post.proto", "import \"user.proto\"; message Post { User author = 1; }");
        write("proto/user.proto", "message User { uint64 id = 1; }");
    }

    private Path write(String name, String body) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.resolveSibling("x").getParent());
        return Files.writeString(file, "syntax = \"proto3\";\npackage social;\n" + body);
    }

    private void start(String mode, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dproto2ffi.watch=" + mode,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.proto2ffi.cli.Main",
                "generate",
                "--watch",
                "-I",
                "proto",
                "--java-out",
                "gen"));
        command.addAll(List.of(arguments));
        Process started = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .start();
        process = started;
        Thread reader = new Thread(() -> {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
            } catch (IOException e) {
                lines.add("end: " + e);
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Waits for a line, passing over those before it. */
    private String await(String part) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            String line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line != null && line.contains(part)) {
                return line;
            }
            if (line != null) {
                seen.add(line);
            }
        }
        throw new AssertionError("no \"" + part + "\" in " + seen);
    }

    private Path output(String name) {
        return dir.resolve("gen/social/ffi/" + name + ".java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "poll"})
    void generatesAgainAfterEachKindOfChange(String mode) throws Exception {
        start(mode, "proto/post.proto");
        await(" written, ");
        await("watching 2 files");
        assertThat(output("User")).content().contains("id").doesNotContain("age");

        write("proto/user.proto", "message User { uint64 id = 1; uint32 age = 2; }");
        assertThat(await("changed: ")).contains("user.proto").doesNotContain("post.proto");
        assertThat(await(" written, ")).matches(".*\\d+ written, \\d+ unchanged in \\d+\\.\\d\\d s");
        assertThat(output("User")).content().contains("age");

        // As editors save: a new file takes the name.
        Path draft = write("proto/.user.proto.swp", "message User { uint64 id = 1; uint32 height = 2; }");
        Files.move(draft, dir.resolve("proto/user.proto"), StandardCopyOption.REPLACE_EXISTING);
        await(" written, ");
        assertThat(output("User")).content().contains("height");

        Files.writeString(dir.resolve("proto/user.options"), "social.User.id int_size:IS_32");
        assertThat(await("changed: ")).contains("user.options");
        await(" written, ");
    }

    @Test
    void showsErrorsAndGoesOn() throws Exception {
        start("events", "proto/post.proto");
        await("watching 2 files");
        String good = Files.readString(output("User"));
        write("proto/user.proto", "message User { uint64 id = }");
        assertThat(await("error: ")).contains("user.proto:3:");
        await("waiting for a change");
        assertThat(output("User")).hasContent(good);
        Files.delete(dir.resolve("proto/user.proto"));
        await("error: ");
        write("proto/user.proto", "message User { uint64 id = 1; uint32 age = 2; }");
        await(" written, ");
        assertThat(output("User")).content().contains("age");
    }

    @Test
    void startsWithAMissingFileAndWaitsForIt() throws Exception {
        start("events", "proto/late.proto");
        await("there is no such file");
        await("waiting for a change");
        write("proto/late.proto", "message Late { int32 a = 1; }");
        await(" written, ");
        assertThat(output("Late")).exists();
    }

    @Test
    void findsNewFilesOfAQuotedPatternAndForgetsRemovedOnes() throws Exception {
        start("events", "proto/**/*.proto");
        await("watching 2 files");
        Files.createDirectories(dir.resolve("proto/more/and/more"));
        write("proto/more/and/more/like.proto", "message Like { int32 a = 1; }");
        assertThat(await("changed: ")).contains("like.proto");
        await(" written, ");
        assertThat(output("Like")).exists();
        Files.delete(dir.resolve("proto/more/and/more/like.proto"));
        await(" 1 removed");
        assertThat(output("Like")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void restsWhileNothingChangesAndEndsWithTheUsersInterrupt() throws Exception {
        // Its own outputs lie where it watches.
        start("events", "--c-out", "proto", "proto/post.proto");
        await("watching 2 files");
        write("proto/unrelated.proto", "message Unrelated {}");
        Files.writeString(dir.resolve("proto/post.proto"), Files.readString(dir.resolve("proto/post.proto")));
        Duration before = running().info().totalCpuDuration().orElse(Duration.ZERO);
        Thread.sleep(3_000);
        Duration after = running().info().totalCpuDuration().orElse(Duration.ZERO);
        assertThat(lines).isEmpty();
        assertThat(after.minus(before)).isLessThan(Duration.ofMillis(900));
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(running().pid())).start();
        assertThat(kill.waitFor()).isZero();
        assertThat(running().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(running().exitValue()).isEqualTo(130);
        assertThat(lines).isEmpty();
        assertThat(output("Post")).content().endsWith("}\n");
    }
}
