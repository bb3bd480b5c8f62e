package dev.proto2ffi.examples.layout;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The compilers of other languages. One that is missing skips the test, or fails it with requireTools. */
final class Tools {
    /** {@code output} is stdout and stderr. */
    record Result(int exitCode, String output) {}

    private static final long TIMEOUT_SECONDS = 120;

    private Tools() {}

    /** A tool on the PATH or in the user's cargo folder; ends the test where there is none. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    static Path require(String tool) {
        String path = System.getenv().getOrDefault("PATH", "");
        String cargo = Path.of(System.getProperty("user.home"), ".cargo", "bin").toString();
        return Stream.of((path + File.pathSeparator + cargo).split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(tool + " is not on the PATH"));
    }

    private static Path missing(String message) {
        if (Boolean.getBoolean("proto2ffi.requireTools")) {
            return fail(message);
        }
        System.err.println("SKIPPED: " + message + "; -Dproto2ffi.requireTools=true makes this a failure");
        return Assumptions.abort(message);
    }

    /** Runs a command in a folder to its end; more than two minutes is a failure. */
    static Result run(Path folder, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return fail("still running after " + TIMEOUT_SECONDS + " s: " + command);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return fail(e);
        }
        return new Result(process.exitValue(), Files.readString(output));
    }
}
