package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same projects with newer Mavens than the one that runs this build; their distributions come from Maven Central. */
class OtherMavensIT {
    private static final Pattern TOOLCHAINS = Pattern.compile(
            "<plugin>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>maven-toolchains-plugin.*?</plugin>", Pattern.DOTALL);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"it.maven.next", "it.maven.future"})
    void generatesCompilesAndPackages(String setting) throws Exception {
        Path maven = maven(BuildTool.setting(setting));
        Path project = BuildTool.copyOfProject("basics", dir);
        String output = mvn(maven, project, "package").assertDone().output();
        assertThat(output).containsPattern("[1-9]\\d* files written, 0 unchanged, 0 removed");
        try (ZipFile jar = new ZipFile(project.resolve("target/basics-1.jar").toFile())) {
            assertThat(jar.getEntry("geo/ffi/Place.class")).isNotNull();
            assertThat(jar.getEntry("geo/place.proto")).isNotNull();
        }
        assertThat(mvn(maven, project, "package").assertDone().output()).contains("Nothing to generate: 1 file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it.maven.next", "it.maven.future"})
    void findsImportsInModulesThatAreNotCompiledInParallelBuilds(String setting) throws Exception {
        Path maven = maven(BuildTool.setting(setting));
        Path project = BuildTool.copyOfProject("multi-module", dir);
        mvn(maven, project, "-T", "2", "generate-sources").assertDone();
        assertThat(project.resolve("app/target/generated-sources/proto2ffi/app/ffi/Ledger.java"))
                .exists();
        assertThat(project.resolve("app/target/generated-sources/proto2ffi/common/ffi/Money.java"))
                .doesNotExist();
        mvn(maven, project, "-T", "2", "package").assertDone();
    }

    /** The {@code mvn} of a version, which is fetched on first use. */
    private static Path maven(String version) throws IOException, InterruptedException {
        Path home = Path.of("target/mavens/apache-maven-" + version).toAbsolutePath();
        Path maven = home.resolve("bin/mvn");
        if (Files.exists(maven)) {
            return maven;
        }
        Path mine = Path.of(BuildTool.setting("it.maven"), "bin/mvn");
        BuildTool.Result result = BuildTool.run(
                Path.of("").toAbsolutePath(),
                Map.of("JAVA_HOME", BuildTool.setting("it.java")),
                List.of(
                        mine.toString(),
                        "-B",
                        "-q",
                        "-N",
                        "-f",
                        Path.of("target/it/basics/pom.xml").toAbsolutePath().toString(),
                        "org.apache.maven.plugins:maven-dependency-plugin:" + BuildTool.setting("it.dependency.plugin")
                                + ":unpack",
                        "-Dartifact=org.apache.maven:apache-maven:" + version + ":zip:bin",
                        "-DoutputDirectory=" + home.getParent()));
        if (!Files.exists(maven)) {
            BuildTool.missing("Maven " + version + " can't be had from Maven Central: "
                    + result.output().lines().limit(3).toList());
        }
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        return maven;
    }

    private BuildTool.Result mvn(Path maven, Path project, String... arguments)
            throws IOException, InterruptedException {
        Path settings = dir.resolve("settings.xml");
        String outer = Path.of(BuildTool.setting("it.repository.outer")).toUri().toString();
        Files.writeString(
                settings, Files.readString(Path.of("src/it/settings.xml")).replace("@localRepositoryUrl@", outer));
        List<String> command = new ArrayList<>(List.of(
                maven.toString(),
                "-B",
                "-ntp",
                "-s",
                settings.toString(),
                "-Dmaven.repo.local=" + BuildTool.setting("it.repository"),
                "-Daether.offline.protocols=file"));
        command.addAll(Arrays.asList(arguments));
        // Maven 4.0.0-rc-4 can't start select-jdk-toolchain of maven-toolchains-plugin 3.3.0: it runs on the new JDK
        // itself.
        boolean future = maven.toString().contains(BuildTool.setting("it.maven.future"));
        if (future) {
            Path pom = project.resolve("pom.xml");
            Files.writeString(pom, TOOLCHAINS.matcher(Files.readString(pom)).replaceFirst(""));
        }
        String java = future ? System.getProperty("java.home") : BuildTool.setting("it.java");
        return BuildTool.run(project, Map.of("JAVA_HOME", java), command);
    }
}
