package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start scripts, run by sh in a checkout in miniature: a {@code mvn} of ours copies a jar in place of building one,
 * and the program in it shows the arguments that it gets.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LauncherTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path dir;

    private Path checkout;
    private Path builds;

    /** What the jar of these tests runs. */
    public static final class Echo {
        private Echo() {}

        public static void main(String[] args) {
            System.out.print(String.join("|", args));
            System.exit(args.length == 0 ? 0 : 7);
        }
    }

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectory(dir.resolve("a checkout"));
        builds = dir.resolve("builds");
        copy("proto2ffi");
        copy("protoc-gen-proto2ffi");
        copy("proto2ffi-cli/src/main/assembly/bin/proto2ffi");
        for (String file : List.of(
                "pom.xml", "proto2ffi-core/pom.xml", "proto2ffi-core/src/main/A.java", "proto2ffi-cli/pom.xml")) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.writeString(checkout.resolve(file), "");
        }
        makeJar(dir.resolve("built.jar"));
        script(dir.resolve("bin/mvn"), """
                echo "build in $PWD" >>"%s"
                sleep 1
                cp "%s" proto2ffi-cli/target/proto2ffi-cli-1-all.jar
                """.formatted(builds, dir.resolve("built.jar")));
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(checkout.resolve(file).getParent());
        Files.copy(PROJECT.resolve(file), checkout.resolve(file));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void makeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String resource = Echo.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = Echo.class.getResourceAsStream("/" + resource)) {
            out.putNextEntry(new JarEntry(resource));
            if (in != null) {
                in.transferTo(out);
            }
        }
    }

    private record Result(int code, String out, String err) {}

    private Process start(Path script, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
        builder.environment().put("PROTO2FFI_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PROTO2FFI_CACHE", "none");
        builder.environment().put("PATH", dir.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        builder.redirectError(Files.createTempFile(dir, "err", ".txt").toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder.start();
    }

    private Result run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(script, environment, arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        StringBuilder err = new StringBuilder();
        try (var files = Files.newDirectoryStream(dir, "err*.txt")) {
            for (Path file : files) {
                err.append(Files.readString(file));
                Files.delete(file);
            }
        }
        return new Result(code, out, err.toString());
    }

    private long buildCount() throws IOException {
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    @Test
    void buildsOnFirstUseQuietlyAndPassesArgumentsAndExitCodeOn() throws Exception {
        Result result = run(checkout.resolve("proto2ffi"), Map.of(), "a b", "", "*", "$HOME", "--x=\"y\"");
        assertThat(result).isEqualTo(new Result(7, "a b||*|$HOME|--x=\"y\"", ""));
        assertThat(Files.readString(builds)).isEqualTo("build in " + checkout.toRealPath() + "\n");
        assertThat(run(checkout.resolve("proto2ffi"), Map.of())).isEqualTo(new Result(0, "", ""));
        assertThat(buildCount()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewerOrWasRemoved() throws Exception {
        run(checkout.resolve("proto2ffi"), Map.of());
        Path source = checkout.resolve("proto2ffi-core/src/main/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        Thread.sleep(1_100);
        run(checkout.resolve("proto2ffi"), Map.of());
        assertThat(buildCount()).isEqualTo(2);
        Files.delete(source);
        run(checkout.resolve("proto2ffi"), Map.of());
        assertThat(buildCount()).isEqualTo(3);
        run(checkout.resolve("proto2ffi"), Map.of());
        assertThat(buildCount()).isEqualTo(3);
    }

    @Test
    void worksThroughSymbolicLinks() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("bin/p2f"), Path.of("second"));
        Files.createSymbolicLink(dir.resolve("bin/second"), checkout.resolve("proto2ffi"));
        assertThat(run(link, Map.of(), "x")).isEqualTo(new Result(7, "x", ""));
    }

    @Test
    void buildsOnceForSeveralFirstUsesAtTheSameTime() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(start(checkout.resolve("proto2ffi"), Map.of(), "x"));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isEqualTo(7);
        }
        assertThat(buildCount()).isEqualTo(1);
        assertThat(checkout.resolve("proto2ffi-cli/target/launcher/lock")).doesNotExist();
    }

    @Test
    void breaksTheLockOfABuilderThatDied() throws Exception {
        Path lock = Files.createDirectories(checkout.resolve("proto2ffi-cli/target/launcher/lock"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("owner"), dead.pid() + "\n");
        assertThat(run(checkout.resolve("proto2ffi"), Map.of(), "x").code()).isEqualTo(7);
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        script(dir.resolve("bin/mvn"), "echo '[INFO] chatter'; echo '[ERROR] A.java:[1,1] bad'; exit 1\n");
        Result result = run(checkout.resolve("proto2ffi"), Map.of(), "x");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("[ERROR] A.java:[1,1] bad\nerror: the build of proto2ffi failed, see above\n   help: ")
                .doesNotContain("chatter");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Result result = run(checkout.resolve("proto2ffi"), Map.of("MAVEN", "no-such-mvn"));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("there is no no-such-mvn").contains("help: install Maven");
    }

    @Test
    void saysThatJavaIsMissingOrTooOld() throws Exception {
        Path old = Files.createDirectories(dir.resolve("jdk8"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
        script(old.resolve("bin/java"), "exit 1\n");
        Result result = run(checkout.resolve("proto2ffi"), Map.of("PROTO2FFI_JAVA_HOME", old.toString()));
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).startsWith("error: PROTO2FFI_JAVA_HOME is no Java 17 or newer: " + old);
    }

    @Test
    void takesTheNewestJavaOfThoseThatItFinds() throws Exception {
        Path newest = Files.createDirectories(dir.resolve("jdk 99"));
        Files.writeString(newest.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"99-ea\"");
        script(newest.resolve("bin/java"), "echo newest\n");
        Map<String, String> environment = Map.of("PROTO2FFI_JAVA_HOME", "", "JAVA_HOME", newest.toString());
        assertThat(run(checkout.resolve("proto2ffi"), environment, "x").out()).isEqualTo("newest\n");
    }

    @Test
    void startsFasterFromACacheThatItMakesOnceAndDoesWithoutWhereItCannot() throws Exception {
        Path cache = dir.resolve("cache dir");
        Map<String, String> environment = Map.of("PROTO2FFI_CACHE", cache.toString());
        for (int i = 0; i < 2; i++) {
            assertThat(run(checkout.resolve("proto2ffi"), environment, "x")).isEqualTo(new Result(7, "x", ""));
        }
        try (var files = Files.list(cache)) {
            assertThat(files).singleElement().asString().contains("start-");
        }
        Map<String, String> unusable =
                Map.of("PROTO2FFI_CACHE", checkout.resolve("pom.xml").toString());
        assertThat(run(checkout.resolve("proto2ffi"), unusable, "x")).isEqualTo(new Result(7, "x", ""));
    }

    @Test
    void theZipsScriptFindsTheJarBesideIt() throws Exception {
        Path home = dir.resolve("proto2ffi 1");
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(checkout.resolve("proto2ffi-cli/src/main/assembly/bin/proto2ffi"), home.resolve("bin/proto2ffi"));
        Files.setPosixFilePermissions(home.resolve("bin/proto2ffi"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(dir.resolve("built.jar"), home.resolve("lib/proto2ffi.jar"));
        assertThat(run(home.resolve("bin/proto2ffi"), Map.of(), "x", "y z")).isEqualTo(new Result(7, "x|y z", ""));
    }

    @Test
    void thePluginOfProtocRunsTheLauncherBesideIt() throws Exception {
        Path link = Files.createSymbolicLink(
                dir.resolve("bin/protoc-gen-proto2ffi"), checkout.resolve("protoc-gen-proto2ffi"));
        assertThat(run(link, Map.of())).isEqualTo(new Result(7, "protoc-plugin", ""));
        assertThat(run(link, Map.of(), "--version")).isEqualTo(new Result(7, "--version", ""));
    }

    @Test
    void tellsTheProgramWhichCheckoutItIsOf() throws Exception {
        Path java = Files.createDirectories(dir.resolve("jdk 99"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"99\"\n");
        script(java.resolve("bin/java"), "echo \"$PROTO2FFI_CHECKOUT\"\n");
        assertThat(run(checkout.resolve("proto2ffi"), Map.of("PROTO2FFI_JAVA_HOME", java.toString()), "x")
                        .out())
                .isEqualTo(checkout.toRealPath() + "\n");
    }
}
