package dev.proto2ffi.core.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Compilers of other languages that tests call.
 *
 * <p>A tool that is missing skips the test, loudly; with {@code -Dproto2ffi.requireTools=true} the test fails.
 */
public final class Tools {
    /** What a process left behind. {@code output} is stdout and stderr, interleaved. */
    public record Result(int exitCode, String output) {}

    private static final long TIMEOUT_SECONDS = 120;

    private Tools() {}

    /** The tool on the PATH or in the user's cargo folder; ends the test where there is none. */
    public static Path require(String tool) {
        return find(tool).orElseThrow(() -> end(tool + " is not on the PATH"));
    }

    /** Ends a test for want of a tool. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    static AssertionError end(String message) {
        if (Boolean.getBoolean("proto2ffi.requireTools")) {
            fail(message);
        }
        System.err.println("SKIPPED: " + message + "; -Dproto2ffi.requireTools=true makes this a failure");
        Assumptions.abort(message);
        return new AssertionError("unreachable");
    }

    public static Optional<Path> find(String tool) {
        String path = System.getenv("PATH");
        Stream<Path> folders = Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        Stream<Path> cargo = Stream.of(Path.of(System.getProperty("user.home"), ".cargo", "bin"));
        return Stream.concat(folders, cargo)
                .flatMap(folder -> Stream.of(folder.resolve(tool), folder.resolve(tool + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a command in a folder to its end; more than two minutes is a failure. */
    public static Result run(Path folder, List<String> command) {
        return run(folder, Map.of(), command);
    }

    /** As {@link #run(Path, List)}, with more in its environment. */
    public static Result run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail("still running after " + TIMEOUT_SECONDS + " s: " + command);
            }
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            Files.delete(output);
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new AssertionError("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + command, e);
        }
    }
}
