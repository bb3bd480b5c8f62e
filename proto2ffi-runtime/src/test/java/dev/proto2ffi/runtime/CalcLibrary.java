package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Native servers for tests, compiled from {@code src/test/resources/calc}. Without a gcc the test is skipped, loudly. */
final class CalcLibrary {
    private static final long TIMEOUT_SECONDS = 120;

    private CalcLibrary() {}

    /**
     * Compiles one.
     *
     * @param folder where to
     * @param source {@code calc} serves by itself, {@code relay} by a server that it is given
     * @param options for gcc
     */
    static NativeLibrary load(Path folder, String source, String... options) {
        return NativeLibrary.load(compile(folder, source, options));
    }

    static Path compile(Path folder, String source, String... options) {
        Path gcc = require("gcc");
        copy("calc.h", folder);
        copy(source + ".c", folder);
        Path library = folder.resolve(System.mapLibraryName(source));
        List<String> command = new ArrayList<>(List.of(
                gcc.toString(), "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-fPIC", "-shared", "-pthread"));
        command.addAll(List.of(options));
        command.addAll(List.of("-fvisibility=hidden", source + ".c", "-o", library.toString()));
        run(folder, command);
        return library;
    }

    private static void run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(output).isEmpty();
            assertThat(process.exitValue()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void copy(String resource, Path folder) {
        try (InputStream content =
                Objects.requireNonNull(CalcLibrary.class.getResourceAsStream("/calc/" + resource), resource)) {
            Files.write(folder.resolve(resource), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("SystemOut") // a skipped test must be seen
    private static Path require(String tool) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> {
                    String message = tool + " is not on the PATH";
                    if (Boolean.getBoolean("proto2ffi.requireTools")) {
                        fail(message);
                    }
                    System.err.println("SKIPPED: " + message + "; -Dproto2ffi.requireTools=true makes this a failure");
                    return Assumptions.abort(message);
                });
    }
}
