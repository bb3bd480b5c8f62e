package dev.proto2ffi.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of the machine that tests run. One that is missing skips the test, loudly; with {@code -Dproto2ffi.requireTools=true}
 * the test fails.
 */
final class Programs {
    private static final long TIMEOUT_SECONDS = 60;

    private Programs() {}

    /** What a process left behind. */
    record Result(int code, String out, String err) {}

    static boolean isThere(String program) {
        return find(program).isPresent();
    }

    private static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Ends the test where the program is missing. */
    static void require(String program) {
        if (!isThere(program)) {
            String message = program + " is not on the PATH";
            if (Boolean.getBoolean("proto2ffi.requireTools")) {
                fail(message);
            }
            skip(message + "; -Dproto2ffi.requireTools=true makes this a failure");
        }
    }

    /** Ends the test where a program is missing that CI can't have either. */
    static void requireUnlessUnobtainable(String program) {
        if (!isThere(program)) {
            skip(program + " is not on the PATH");
        }
    }

    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static void skip(String message) {
        System.err.println("SKIPPED: " + message);
        Assumptions.abort(message);
    }

    /** Runs a command to its end, without standard input; more than a minute is a failure. */
    static Result run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail("still running after " + TIMEOUT_SECONDS + " s: " + command);
            }
            Result result = new Result(process.exitValue(), read(out), read(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new AssertionError("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + command, e);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
