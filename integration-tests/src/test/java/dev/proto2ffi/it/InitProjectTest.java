package dev.proto2ffi.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.it.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * From an empty folder to a running program, by the commands that init prints. Maven is the one that runs this build, on
 * its JDK; its repository is filled from the one of this build where that has what is needed.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
class InitProjectTest {
    private static final String PROGRAM = """
            Java wrote 3 values into 168 bytes of native memory
            LANGUAGE answered: mean 22.0, highest 25.5, quality GOOD: 3 values from roof, south side
            """;

    /** A local repository has no checksums of what was fetched from elsewhere than Maven Central. */
    private static final String POLICY = "<releases><checksumPolicy>ignore</checksumPolicy></releases>"
            + "<snapshots><enabled>false</enabled></snapshots>";

    private static Path bin = Path.of("");
    private static Path settings = Path.of("");

    @BeforeAll
    static void unpack() throws IOException {
        bin = Zip.bin();
        settings = Folders.fresh("settings").resolve("settings.xml");
        Files.writeString(settings, """
                <settings>
                  <profiles>
                    <profile>
                      <id>outer</id>
                      <repositories>
                        <repository><id>outer</id><url>URL</url>POLICY</repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository><id>outer</id><url>URL</url>POLICY</pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>outer</activeProfile>
                  </activeProfiles>
                </settings>
                """.replace("POLICY", POLICY)
                .replace("URL", Folders.property("it.outer.repository").toUri().toString()));
    }

    private static Result maven(Path project, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Folders.property("it.maven").toString(),
                "-B",
                "-ntp",
                "-gs",
                settings.toString(),
                "-Dmaven.repo.local=" + Folders.property("it.repository"),
                "-Dstyle.color=never"));
        command.addAll(List.of(arguments));
        return Shell.in(project)
                .with("JAVA_HOME", Folders.property("it.maven.java").toString())
                .with("MAVEN_OPTS", "-XX:TieredStopAtLevel=1")
                .with("MAVEN_ARGS", "")
                .run(command);
    }

    private static Path init(String language) throws IOException {
        Path parent = Folders.fresh("a folder for " + language);
        Result made = Shell.in(parent)
                .with("PROTO2FFI_CACHE", "none")
                .with("MAVEN_OPTS", "-Dmaven.repo.local=" + Folders.property("it.repository"))
                .run(bin.resolve("proto2ffi").toString(), "init", "demo-" + language, "--native", language);
        assertThat(made.expectSuccess().err()).isEmpty();
        assertThat(made.out())
                .contains("  cd demo-" + language + "\n  mvn verify ")
                .contains("\n  mvn -q compile exec:exec@run ")
                .doesNotContain("First, once");
        return parent.resolve("demo-" + language);
    }

    @SuppressWarnings("SystemOut") // a measurement, for the documentation
    private static void buildAndRun(Path project, String language) throws IOException {
        String expected = PROGRAM.replace("LANGUAGE", language);
        long start = System.nanoTime();
        Result verified = maven(project, "verify").expectSuccess();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("init --native " + language + ": mvn verify took " + took.toSeconds() + " s");
        assertThat(verified.out())
                .contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0")
                .contains(expected)
                .doesNotContain("[WARNING]");
        assertThat(libraries(project)).singleElement().asString().contains("demo_");
        Result again = maven(project, "-q", "compile", "exec:exec@run").expectSuccess();
        // Maven ends its colours, also where there were none.
        assertThat(again.out().replace("\u001B[0m", "")).isEqualTo(expected);
    }

    private static List<String> libraries(Path project) throws IOException {
        try (JarFile jar = new JarFile(project.resolve("target")
                .resolve(project.getFileName() + "-1.0.0-SNAPSHOT.jar")
                .toFile())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith("META-INF/native/") && !name.endsWith("/"))
                    .toList();
        }
    }

    @Test
    void aProjectInJavaAndRustBuildsAndRuns() throws IOException {
        Require.command("cargo", "install Rust 1.77 or newer");
        Path project = init("rust");
        buildAndRun(project, "Rust");
        Result without = maven(project, "-o", "-Dcargo=no-such-cargo", "compile");
        assertThat(without.code()).isNotZero();
        assertThat(without.all())
                .contains("(rust-library-needs-cargo-of-rustup.rs)")
                .contains("Cannot run program \"no-such-cargo\"");
    }

    @Test
    void aProjectInJavaAndCBuildsAndRuns() throws IOException {
        Require.command("cc", "install gcc or clang");
        Path project = init("c");
        buildAndRun(project, "C");
        // The loop of a user: a field more, and both languages have it.
        Path schema = project.resolve("src/main/proto/sensors/series.proto");
        Files.writeString(
                schema,
                Files.readString(schema).replace("double highest = 4;", "double highest = 4;\n  double lowest = 6;"));
        Path source = project.resolve("src/main/c/statistics.c");
        Files.writeString(
                source,
                Files.readString(source)
                        .replace("summary->count = count;", "summary->count = count;\n    summary->lowest = -1;"));
        maven(project, "-o", "verify").expectSuccess();
    }
}
