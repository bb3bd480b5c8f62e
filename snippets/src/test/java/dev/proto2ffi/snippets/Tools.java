package dev.proto2ffi.snippets;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that snippets need. One that is missing skips the snippet, loudly; with {@code -Dproto2ffi.requireTools=true} it fails. */
final class Tools {
    /** What a process left behind. {@code output} is stdout and stderr, interleaved. */
    record Result(int exitCode, String output) {}

    private static final long TIMEOUT_SECONDS = 120;

    private Tools() {}

    /** The tool on the PATH or in the user's cargo folder; ends the test where there is none. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    static Path require(String tool) {
        Optional<Path> found = find(tool);
        if (found.isPresent()) {
            return found.get();
        }
        String message = tool + " is not on the PATH";
        if (Boolean.getBoolean("proto2ffi.requireTools")) {
            fail(message);
        }
        System.err.println("SKIPPED: " + message + "; -Dproto2ffi.requireTools=true makes this a failure");
        Assumptions.abort(message);
        throw new AssertionError("unreachable");
    }

    static Optional<Path> find(String tool) {
        String path = System.getenv("PATH");
        Stream<Path> folders = Stream.of((path == null ? "" : path).split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        return Stream.concat(folders, Stream.of(cargoFolder()))
                .flatMap(folder -> Stream.of(folder.resolve(tool), folder.resolve(tool + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path cargoFolder() {
        return Path.of(System.getProperty("user.home"), ".cargo", "bin");
    }

    /** Of the JDK that runs this. */
    static Path jdk() {
        return Path.of(System.getProperty("java.home"), "bin");
    }

    /** Runs a command in a folder to its end; more than two minutes is a failure. */
    static Result run(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Path output = Files.createTempFile("snippet", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                fail("still running after " + TIMEOUT_SECONDS + " s: " + command);
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + command, e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
