package dev.proto2ffi.core.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.testing.Tools;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles what the emitter prints, against the runtime's sources, and runs {@code Exercise.java} over it. Both by a JDK
 * of its own process: the compiler may run on 17, its output needs 22.
 */
class GeneratedJavaTest {
    private static final Path RUNTIME = Path.of("..", "proto2ffi-runtime", "src", "main", "java", "dev");

    @TempDir
    static Path folder;

    private static Path runtimeClasses() {
        return folder.resolve("runtime");
    }

    private static Path generatedClasses() {
        return folder.resolve("classes");
    }

    @BeforeAll
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    static void compileEverything() throws IOException, URISyntaxException {
        if (Runtime.version().feature() < 22) {
            System.err.println("SKIPPED: generated Java needs JDK 22, this is " + Runtime.version());
            Assumptions.abort("generated Java needs JDK 22");
        }
        compile(sources(RUNTIME), runtimeClasses(), jspecify().toString(), List.of());
        Path sources = folder.resolve("sources");
        List<OutputFile> files = new ArrayList<>(JavaSchemas.emit(JavaSchemas.everything()));
        files.addAll(JavaSchemas.emit(JavaSchemas.names()));
        files.addAll(JavaSchemas.largest());
        for (OutputFile file : files) {
            write(sources, file);
        }
        try (InputStream exercise = GeneratedJavaTest.class.getResourceAsStream("Exercise.java")) {
            Files.write(sources.resolve("Exercise.java"), exercise.readAllBytes());
        }
        compile(
                sources(sources),
                generatedClasses(),
                runtimeClasses().toString(),
                List.of("-Xlint:all", "-Xdoclint:html,syntax,reference", "-Werror"));
    }

    private static void write(Path root, OutputFile file) throws IOException {
        Path path = root.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.text());
    }

    private static List<String> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(Path::toAbsolutePath)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        }
    }

    private static Path jspecify() throws URISyntaxException {
        return Path.of(NullMarked.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static void compile(List<String> sources, Path target, String classPath, List<String> flags)
            throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(jdk("javac"), "--release", "22", "-proc:none", "-cp", classPath, "-d", target.toString()));
        arguments.addAll(flags);
        Files.createDirectories(target);
        Path list = Files.write(folder.resolve("sources.txt"), sources);
        arguments.add("@" + list);
        Tools.Result result = Tools.run(folder, arguments);
        assertThat(result.output()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static Tools.Result exercise(String mode) {
        String classPath = generatedClasses() + File.pathSeparator + runtimeClasses();
        return Tools.run(
                folder,
                List.of(
                        jdk("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dproto2ffi.access=" + mode,
                        "-cp",
                        classPath,
                        "Exercise"));
    }

    @Test
    void everyConstructWorksOverRealMemoryInSafeMode() {
        assertThat(exercise("safe").output()).matches("\\d{3} checks\\s+");
    }

    @Test
    void everyConstructWorksOverRealMemoryInRawMode() {
        assertThat(exercise("raw").output()).matches("\\d{3} checks\\s+");
    }

    /** HotSpot never inlines a method beyond 325 bytes of code, and a cold one only up to 35. */
    @Test
    void generatedMethodsStaySmallEnoughToBeInlined() throws IOException {
        List<String> classes;
        try (Stream<Path> files = Files.walk(generatedClasses().resolve("sink"))) {
            classes = files.map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.contains("Snapshot"))
                    .toList();
        }
        List<String> command = new ArrayList<>(List.of(jdk("javap"), "-c", "-p"));
        command.addAll(classes);
        String code = Tools.run(folder, command).output();
        String method = "";
        int measured = 0;
        for (String line : code.split("\n", -1)) {
            if (line.matches("  \\S.*;")) {
                method = line;
            }
            // Initialisers of classes run once, snapshots are for code that isn't hot; all else is called in loops.
            boolean isHot = !method.matches(".*(static \\{}|structSnapshot|structRestore).*");
            if (line.matches(" +\\d+: [a-z].*") && isHot) {
                measured++;
                assertThat(Integer.parseInt(line.strip().split(":", -1)[0]))
                        .as(method)
                        .isLessThan(100);
            }
        }
        assertThat(measured).isGreaterThan(1000);
    }
}
