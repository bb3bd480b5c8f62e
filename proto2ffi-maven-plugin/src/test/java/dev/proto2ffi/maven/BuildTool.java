package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Maven or Gradle, run on a project as a user would. */
final class BuildTool {
    /** What a run left behind. {@code output} is stdout and stderr, interleaved. */
    record Result(int exitCode, String output) {
        Result assertDone() {
            assertThat(exitCode).as(output).isZero();
            return this;
        }
    }

    private static final long TIMEOUT_SECONDS = 300;

    private BuildTool() {}

    /** Ends the test: loudly skipped, or failed where tools are asked for. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    static void missing(String message) {
        if (Boolean.getBoolean("proto2ffi.requireTools")) {
            fail(message);
        }
        System.err.println("SKIPPED: " + message + "; -Dproto2ffi.requireTools=true makes this a failure");
        Assumptions.abort(message);
    }

    static Optional<Path> find(String tool) {
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Result run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("build", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_HOME", "M2_HOME", "MAVEN_ARGS"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail("still running after " + TIMEOUT_SECONDS + " s: " + command + "\n" + Files.readString(log));
            }
            return new Result(process.exitValue(), Files.readString(log));
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** A fresh copy of one of the invoker's projects, its placeholders filled, without what its own run left there. */
    static Path copyOfProject(String name, Path into) throws IOException {
        Path from = Path.of("target", "it", name);
        Path to = into.resolve(name);
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                Path relative = from.relativize(path);
                if (Stream.of("target", "build.log").noneMatch(part -> hasPart(relative, part))) {
                    Files.copy(path, to.resolve(relative));
                }
            }
        }
        return to;
    }

    private static boolean hasPart(Path path, String name) {
        for (Path part : path) {
            if (part.toString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** A setting that the POM gives to these tests. */
    static String setting(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("run by mvn verify, which sets " + name);
        }
        return value;
    }
}
