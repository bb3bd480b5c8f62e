package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Calls leave no garbage once the code is compiled. Each measurement has a JVM of its own, since what the JIT inlines
 * depends on all that ran before.
 */
class CallGarbageTest {
    /** The threshold of "nothing", in bytes a call. */
    static final double NOTHING = 0.5;

    @TempDir
    static Path folder;

    private static Path library;

    @BeforeAll
    static void compile() {
        library = CalcLibrary.compile(folder, "calc");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAILING")
    void aCallLeavesNoGarbage(CallRounds.Kind kind) throws Exception {
        assertThat(bytesACall(kind)).isBetween(0.0, NOTHING);
    }

    @Test
    void theMeasurementSeesAnObjectForEachCall() throws Exception {
        assertThat(bytesACall(CallRounds.Kind.FAILING)).isGreaterThan(8);
    }

    private static double bytesACall(CallRounds.Kind kind) throws Exception {
        assumeFalse(Checks.ON, "checked mode makes a lifetime for each struct");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dproto2ffi.access=" + (Access.RAW ? "raw" : "safe"),
                        "-Dcalc=" + library,
                        "-cp",
                        home(Downcalls.class) + File.pathSeparator + home(CallRounds.class),
                        CallRounds.class.getName(),
                        kind.name())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).matches("[0-9.E-]+\\s+");
        return Double.parseDouble(output.strip());
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
