package dev.proto2ffi.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands in a folder, without a standard input. */
final class Shell {
    /** No command of these tests takes a tenth of it, unless it hangs or fetches a lot. */
    private static final long MINUTES = 10;

    private final Path folder;
    private final Map<String, String> environment;

    private Shell(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** What a command left behind. */
    record Result(int code, String out, String err) {
        /** Both streams, the standard error behind the other. */
        String all() {
            return out + err;
        }

        Result expectSuccess() {
            assertThat(code).as(all()).isZero();
            return this;
        }
    }

    static Shell in(Path folder) {
        return new Shell(folder, Map.of());
    }

    Shell with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Shell(folder, more);
    }

    Result run(List<String> command) {
        try {
            Path out = Files.createTempFile("p2f", ".out");
            Path err = Files.createTempFile("p2f", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    throw new AssertionError(command + " hangs; it said " + Files.readString(out));
                }
                return new Result(process.exitValue(), text(out), text(err));
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Result run(String... command) {
        return run(List.of(command));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
