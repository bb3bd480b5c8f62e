package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program that measures garbage, in the access mode of this test. Each measurement has a JVM of its own, since what
 * the JIT inlines depends on all that ran before.
 */
final class GarbageProgram {
    /** The threshold of "nothing", in bytes a round. A view would be 24, a frame 48. */
    static final double NOTHING = 0.5;

    private GarbageProgram() {}

    /**
     * The bytes that a round leaves.
     *
     * @param program prints that number
     * @param kind its only argument
     * @param options of the JVM
     */
    static double bytesARound(Class<?> program, Enum<?> kind, String... options) throws Exception {
        assumeFalse(Checks.ON, "checked mode makes a lifetime for each struct");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dproto2ffi.access=" + (Access.RAW ? "raw" : "safe"),
                "-cp",
                home(Access.class) + File.pathSeparator + home(program)));
        command.addAll(List.of(options));
        command.addAll(List.of(program.getName(), kind.name()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).matches("[0-9.E-]+\\s+");
        return Double.parseDouble(output.strip());
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
