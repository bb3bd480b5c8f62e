package dev.proto2ffi.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds all that is published a second time, as a release: elsewhere, later, in another language and time zone, and
 * signed.
 */
@DisabledOnOs(OS.WINDOWS)
class RebuildIT {
    private static final Set<String> NOT_COPIED = Set.of("target", ".git", ".idea", "node_modules", "results");

    @TempDir
    static Path dir;

    private static Path copy = Path.of("");
    private static Path log = Path.of("");
    private static @Nullable ThrowawayKey key;

    @BeforeAll
    static void buildAgain() throws IOException, InterruptedException {
        copy = Files.createDirectories(dir.resolve("another place"));
        // Kept behind the test, for those who look what went wrong.
        log = Release.root().resolve("release-tests/target/rebuild.log");
        Files.deleteIfExists(log);
        copySources();
        if (Commands.exists("gpg")) {
            key = new ThrowawayKey(log);
        }
        assertThat(Commands.run(copy, environment(), log, command()))
                .as("the second build, see " + log)
                .isTrue();
    }

    @AfterAll
    static void forgetTheKey() throws IOException, InterruptedException {
        if (key != null) {
            key.forget();
        }
    }

    private static void copySources() throws IOException {
        Path root = Release.root();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (NOT_COPIED.contains(String.valueOf(directory.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(root.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // A worktree's .git is a file.
                if (!NOT_COPIED.contains(String.valueOf(file.getFileName()))) {
                    // With its permissions, which are in the archives, too.
                    Files.copy(
                            file,
                            copy.resolve(root.relativize(file)),
                            LinkOption.NOFOLLOW_LINKS,
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", Release.property("proto2ffi.maven.java"));
        environment.put("TZ", "Pacific/Kiritimati");
        environment.put("LC_ALL", "C");
        environment.put("LANG", "C");
        // A language in which "i" is no upper case "I".
        environment.put("MAVEN_OPTS", "-Duser.language=tr -Duser.country=TR");
        environment.put("MAVEN_PROJECTBASEDIR", "");
        environment.put("MAVEN_BASEDIR", "");
        if (key != null) {
            environment.putAll(key.environment());
        }
        return environment;
    }

    private static List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(Release.property("proto2ffi.maven"), "bin", "mvn").toString());
        command.addAll(List.of("-B", "-ntp", "-Prelease", "verify"));
        command.addAll(List.of("-pl", ".," + Release.BOM + "," + String.join(",", Release.JARS)));
        command.addAll(List.of("-Dmaven.test.skip=true", "-DskipTests", "-Dspotless.check.skip=true"));
        command.add("-Dmaven.repo.local=" + Release.property("proto2ffi.repository"));
        if (Release.isOffline()) {
            command.add("-o");
        }
        if (key == null) {
            command.add("-Dgpg.skip");
        }
        String commit = commit();
        if (commit != null) {
            command.add("-Dproto2ffi.commit=" + commit);
        }
        return command;
    }

    /** What the first build says that it was made from; the copy has no history that would tell. */
    private static @Nullable String commit() throws IOException {
        Path jar = Release.root().resolve(Release.files("proto2ffi-core").get(0));
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Implementation-Commit");
        }
    }

    @Test
    void theSecondBuildHasTheSameBytes() throws IOException {
        Map<String, String> differences = new TreeMap<>();
        // The Javadoc plugin leaves pages of earlier builds, and may think that it has nothing to do: only a fresh
        // clone, as
        // CI builds it, has the right pages.
        boolean isFresh = Boolean.getBoolean("proto2ffi.requireTools");
        for (String name : Release.files()) {
            if (!isFresh && name.endsWith("-javadoc.jar")) {
                continue;
            }
            Path first = Release.root().resolve(name);
            Path second = copy.resolve(name);
            assertThat(second).isNotEmptyFile();
            if (Files.mismatch(first, second) >= 0) {
                differences.put(name, name.endsWith(".jar") || name.endsWith(".zip") ? entries(first, second) : "text");
            }
        }
        assertThat(differences)
                .as("files that differ, and their entries; if a file of an earlier build is left: mvn clean verify")
                .isEmpty();
    }

    /** Names of entries that differ, or what else does. */
    private static String entries(Path first, Path second) throws IOException {
        List<String> different = new ArrayList<>();
        try (ZipFile one = new ZipFile(first.toFile());
                ZipFile two = new ZipFile(second.toFile())) {
            List<String> names = one.stream().map(ZipEntry::getName).toList();
            List<String> others = two.stream().map(ZipEntry::getName).toList();
            if (!names.equals(others)) {
                List<String> missing = new ArrayList<>(names);
                missing.removeAll(others);
                List<String> added = new ArrayList<>(others);
                added.removeAll(names);
                return "other entries: without " + missing + ", with " + added + ", or in another order";
            }
            for (String name : names) {
                if (!Arrays.equals(bytes(one, name), bytes(two, name))) {
                    different.add(name);
                }
            }
        }
        return different.isEmpty() ? "times, permissions or compression" : different.toString();
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    @Test
    void everyFileAndPomIsSigned() throws IOException, InterruptedException {
        boolean isRequired = Boolean.getBoolean("proto2ffi.requireTools");
        assumeTrue(key != null || isRequired, "there is no gpg here to sign with");
        ThrowawayKey signer = key;
        if (signer == null) {
            throw new AssertionError("there is no gpg here to sign with");
        }
        List<String> files = new ArrayList<>(Release.files());
        for (String module : Release.JARS) {
            files.add(module + "/target/" + module + "-" + Release.VERSION + ".pom");
        }
        files.add(Release.BOM + "/target/" + Release.BOM + "-" + Release.VERSION + ".pom");
        files.add("target/proto2ffi-parent-" + Release.VERSION + ".pom");
        for (String file : files) {
            Path signature = copy.resolve(file + ".asc");
            assertThat(signature).isNotEmptyFile();
            Path signed = file.endsWith(".pom")
                    ? signature.resolveSibling("../pom.xml").normalize()
                    : copy.resolve(file);
            assertThat(signer.hasSigned(signature, signed)).as(file).isTrue();
        }
    }

    @Test
    void theRunnableJarSaysItsVersionAndCommit() throws IOException, InterruptedException {
        Path out = dir.resolve("version.txt");
        String java =
                Path.of(Release.property("proto2ffi.maven.java"), "bin", "java").toString();
        String jar = "proto2ffi-cli/target/proto2ffi-cli-" + Release.VERSION + "-all.jar";
        assertThat(Commands.run(copy, Map.of(), out, List.of(java, "-jar", jar, "--version")))
                .isTrue();
        String commit = commit();
        String shown = commit == null ? "" : " (" + commit.substring(0, Math.min(12, commit.length()));
        assertThat(out).content().startsWith("proto2ffi " + Release.VERSION + shown);
        if (Files.exists(Release.root().resolve(".git")) && Commands.exists("git")) {
            assertThat(commit).matches("[0-9a-f]{40}(-dirty)?");
        }
    }
}
