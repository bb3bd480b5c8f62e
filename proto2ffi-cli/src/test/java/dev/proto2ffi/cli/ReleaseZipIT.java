package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.proto2ffi.cli.Programs.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The release zip in the hands of somebody who has a JDK and nothing else of this project. */
@DisabledOnOs(OS.WINDOWS)
class ReleaseZipIT {
    private static final Path ZIP = Path.of(System.getProperty("proto2ffi.zip", ""));
    private static final String TOP = "proto2ffi-" + System.getProperty("proto2ffi.version") + "/";
    private static final Pattern SHELL = Pattern.compile("^```sh\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    Path dir;

    private Path home;

    @BeforeEach
    void unpack() throws IOException {
        home = dir.resolve(TOP);
        try (FileSystem zip = open();
                Stream<Path> files = Files.walk(zip.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = dir.resolve(file.toString().substring(1));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
            }
        }
    }

    private static FileSystem open() throws IOException {
        return FileSystems.newFileSystem(URI.create("jar:" + ZIP.toUri()), Map.of("enablePosixFileAttributes", "true"));
    }

    private Result run(String script) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
        environment.put("PROTO2FFI_JAVA_HOME", System.getProperty("java.home"));
        environment.put("PROTO2FFI_CACHE", "none");
        environment.put("HOME", dir.toString());
        environment.put("LC_ALL", "C.UTF-8");
        return Programs.run(dir, environment, List.of("sh", "-e", "-c", script));
    }

    @Test
    void itHasWhatAUserNeeds() throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (FileSystem zip = open();
                Stream<Path> files = Files.walk(zip.getPath("/" + TOP))) {
            for (Path file : files.toList()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                String name = zip.getPath("/" + TOP).relativize(file).toString();
                modes.put(name.replaceAll("/$", ""), PosixFilePermissions.toString(permissions));
            }
        }
        assertThat(modes)
                .contains(
                        entry("bin/proto2ffi", "rwxr-xr-x"),
                        entry("bin/proto2ffi.cmd", "rw-r--r--"),
                        entry("bin/protoc-gen-proto2ffi", "rwxr-xr-x"),
                        entry("lib/proto2ffi.jar", "rw-r--r--"),
                        entry("lib/proto2ffi-runtime.jar", "rw-r--r--"),
                        entry("include/proto2ffi/options.proto", "rw-r--r--"),
                        entry("README.md", "rw-r--r--"),
                        entry("LICENSE", "rw-r--r--"),
                        entry("CHANGELOG.md", "rw-r--r--"),
                        entry("share/completions/_proto2ffi", "rw-r--r--"),
                        entry("share/completions/proto2ffi.fish", "rw-r--r--"),
                        entry("share/man/man1/proto2ffi.1", "rw-r--r--"),
                        entry("share/man/man1/proto2ffi-generate.1", "rw-r--r--"));
        modes.forEach((name, mode) -> {
            boolean program =
                    Files.isDirectory(home.resolve(name)) || name.startsWith("bin/") && !name.endsWith(".cmd");
            assertThat(mode).as(name).isEqualTo(program ? "rwxr-xr-x" : "rw-r--r--");
        });
        Set<String> jars = new TreeSet<>();
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            files.forEach(file -> jars.add(file.getFileName().toString()));
        }
        assertThat(jars).containsExactly("proto2ffi-runtime.jar", "proto2ffi.jar");
    }

    @Test
    void nothingInItTellsWhenOrWhereItWasBuilt() throws IOException {
        Instant release = Instant.parse(System.getProperty("proto2ffi.timestamp"));
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            for (ZipEntry each : zip.stream().toList()) {
                // Zip times are local ones without a zone, of two seconds' precision.
                assertThat(each.getTimeLocal())
                        .as(each.getName())
                        .isEqualTo(LocalDateTime.ofInstant(release, ZoneOffset.UTC));
                names.add(each.getName());
            }
        }
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.startsWith(TOP));
        try (Stream<Path> pages = Files.list(home.resolve("share/man/man1"))) {
            assertThat(pages)
                    .allSatisfy(page -> assertThat(Files.readString(page))
                            .contains("\"" + release.toString().substring(0, 10) + "\" \"proto2ffi ")
                            .doesNotContain(ZIP.getParent().toString()));
        }
    }

    @Test
    void itsReadmesFirstStepsWork() throws IOException {
        StringBuilder steps = new StringBuilder();
        Matcher blocks = SHELL.matcher(Files.readString(home.resolve("README.md")));
        while (blocks.find()) {
            steps.append(blocks.group(1));
        }
        Result result = run(steps.toString());
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("geo.Place  80 bytes, align 8, flat, 0x")
                .endsWith("Zürich lies at 47.37 degrees north\n");
        assertThat(dir.resolve("c/place.p2f.h")).exists();
        assertThat(dir.resolve("rust/mod.rs")).exists();
    }

    @Test
    void theGeneratedJavaIsAModuleUserToo() throws IOException {
        Files.writeString(dir.resolve("a.proto"), "syntax = \"proto3\"; package a; message A { int32 x = 1; }");
        Files.createDirectories(dir.resolve("java"));
        Files.writeString(
                dir.resolve("java/module-info.java"),
                "module a { requires transitive dev.proto2ffi.runtime; exports a.ffi; }");
        Result result = run(TOP + "bin/proto2ffi generate --java-out java a.proto\n" + "javac -Xlint:all -Werror -p "
                + TOP + "lib/proto2ffi-runtime.jar -d classes $(find java -name '*.java')");
        assertThat(result).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void theVersionIsThatOfTheZip() {
        assertThat(run(TOP + "bin/proto2ffi --version").out())
                .startsWith("proto2ffi " + System.getProperty("proto2ffi.version"));
    }

    @Test
    void manFindsItsPagesBesideTheProgramsOnThePath() {
        Programs.require("man");
        Result result = run("PATH=\"$PWD/" + TOP + "bin:$PATH\" man -w proto2ffi-layout");
        assertThat(result.out()).endsWith(TOP + "share/man/man1/proto2ffi-layout.1\n");
    }

    @Test
    void filesMayHaveNamesOfAnyLanguageInAContainerWithoutLocales() throws IOException {
        Files.writeString(dir.resolve("größe.proto"), "syntax = \"proto3\"; message A { int32 x = 1 }");
        for (String locale : List.of("unset LC_ALL LC_CTYPE LANG", "export LC_ALL=C")) {
            Result result = run("set +e; " + locale + "; " + TOP + "bin/proto2ffi check größe.proto");
            assertThat(result.err()).startsWith("größe.proto:1:44: error: ");
        }
    }

    @Test
    void theStandardStreamsMayBeClosed() throws IOException {
        Files.writeString(
                dir.resolve("a.proto"), "syntax = \"proto3\"; message A { bool a = 1; int64 b = 2; bool c = 3; }");
        String program = TOP + "bin/proto2ffi ";
        // Advice and output are written while the generated files are: neither must end up in them.
        assertThat(run(program + "generate --java-out open a.proto").code()).isZero();
        assertThat(run(program + "generate --java-out closed a.proto >&- 2>&-").code())
                .isZero();
        assertThat(run("diff -r -x '.proto2ffi-*' open closed")).isEqualTo(new Result(0, "", ""));
        assertThat(run("set +e; " + program + "layout a.proto >&-; echo $? >code")
                        .err())
                .contains("can't write to the standard output");
        assertThat(dir.resolve("code")).hasContent("3\n");
        Result head = run("set +e; { " + program + "help; echo $? >code; } | head -n 1");
        assertThat(head.err()).isEmpty();
        assertThat(head.out().lines()).hasSize(1);
    }
}
