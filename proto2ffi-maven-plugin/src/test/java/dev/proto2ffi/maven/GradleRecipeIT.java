package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of {@code docs/maven.md}, as it stands there, with the Gradle that is on the PATH. */
class GradleRecipeIT {
    private static final Pattern RECIPE = Pattern.compile("```groovy\\n(plugins \\{.*?)```", Pattern.DOTALL);
    private static final Pattern TOOLCHAIN = Pattern.compile("java \\{\\n    toolchain \\{.*?\\n}\\n", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("(?m)^Gradle (\\d+)\\.(\\d+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @Test
    void generatesCompilesAndDoesNothingWhenNothingChanged() throws Exception {
        Path gradle = gradle();
        Files.writeString(dir.resolve("build.gradle"), recipe(gradle));
        Files.writeString(dir.resolve("settings.gradle"), "rootProject.name = 'places'\n");
        Path proto = Files.createDirectories(dir.resolve("src/main/proto/geo")).resolve("place.proto");
        Files.copy(Path.of("src/it/basics/src/main/proto/geo/place.proto"), proto);
        Path main = Files.createDirectories(dir.resolve("src/main/java/it")).resolve("Main.java");
        Files.copy(Path.of("src/it/basics/src/main/java/it/Main.java"), main);

        run(gradle, "compileJava").assertDone();
        assertThat(dir.resolve("build/generated/sources/proto2ffi/geo/ffi/Place.java"))
                .exists();
        assertThat(dir.resolve("build/classes/java/main/geo/ffi/Place.class")).exists();
        assertThat(dir.resolve("build/classes/java/main/it/Main.class")).exists();

        assertThat(run(gradle, "compileJava").assertDone().output()).contains("2 up-to-date");

        Files.writeString(proto, Files.readString(proto).replace("double longitude = 2;", ""));
        assertThat(run(gradle, "compileJava").assertDone().output()).contains("2 executed");
    }

    private static Path gradle() {
        Optional<Path> found = BuildTool.find("gradle");
        if (found.isEmpty()) {
            BuildTool.missing("gradle is not on the PATH");
        }
        return found.orElseThrow();
    }

    /** The repository of this build stands in for Maven Central; an old Gradle gets the old words, as the page says. */
    private String recipe(Path gradle) throws IOException, InterruptedException {
        Matcher recipe = RECIPE.matcher(Files.readString(Path.of("../docs/maven.md")));
        assertThat(recipe.find()).isTrue();
        String text = recipe.group(1)
                .replace(
                        "mavenCentral()",
                        "maven { url '"
                                + Path.of(BuildTool.setting("it.repository")).toUri() + "' }")
                .replaceAll("(dev\\.proto2ffi:[a-z0-9-]+:)[0-9A-Za-z.-]+", "$1" + BuildTool.setting("it.version"))
                .replace(
                        "JavaLanguageVersion.of(25)",
                        "JavaLanguageVersion.of(" + Runtime.version().feature() + ")");
        int version = version(gradle);
        if (version < 604) {
            text = text.replace("mainClass =", "main =");
        }
        if (version < 607) {
            Path javac = Path.of(System.getProperty("java.home"), "bin", "javac");
            text = TOOLCHAIN.matcher(text).replaceFirst("")
                    + "compileJava.options.fork = true\n"
                    + "compileJava.options.forkOptions.executable = '" + javac + "'\n"
                    + "compileJava.options.compilerArgs = ['-source', '22', '-target', '22']\n";
        }
        return text;
    }

    /** Such as 604 for 6.4. */
    private int version(Path gradle) throws IOException, InterruptedException {
        Matcher version = VERSION.matcher(run(gradle, "--version").assertDone().output());
        assertThat(version.find()).isTrue();
        return Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2));
    }

    private BuildTool.Result run(Path gradle, String argument) throws IOException, InterruptedException {
        return BuildTool.run(
                dir,
                Map.of("JAVA_HOME", BuildTool.setting("it.java")),
                List.of(
                        gradle.toString(),
                        "--offline",
                        "--no-daemon",
                        "--console=plain",
                        "--gradle-user-home",
                        dir.resolve("gradle-home").toString(),
                        argument));
    }
}
