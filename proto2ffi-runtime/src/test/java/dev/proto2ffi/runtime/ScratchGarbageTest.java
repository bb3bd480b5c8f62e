package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Structs in a scratch arena leave no garbage once the code is compiled: the views and frames don't exist at run time.
 * Each measurement has a JVM of its own, since what the JIT inlines depends on all that ran before.
 */
class ScratchGarbageTest {
    /** The threshold of "nothing", in bytes a round. A view would be 24, a frame 48. */
    static final double NOTHING = 0.5;

    @Test
    void aStructInAFrameLeavesNoGarbage() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.FRAME)).isBetween(0.0, NOTHING);
    }

    @Test
    void aStructBetweenMarkAndResetLeavesNoGarbage() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.MARK)).isBetween(0.0, NOTHING);
    }

    @Test
    void aLargeStructThatIsNotZeroedLeavesNoGarbage() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.LARGE_NOT_ZEROED)).isBetween(0.0, NOTHING);
    }

    @Test
    void manyStructsInAFrameLeaveNoGarbage() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.MANY)).isBetween(0.0, NOTHING);
    }

    @Test
    void theMeasurementSeesAnObjectForEachRound() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.ESCAPING)).isGreaterThan(8);
    }

    private static double bytesARound(ScratchRounds.Kind kind) throws Exception {
        assumeFalse(Checks.ON, "checked mode makes a lifetime for each mark");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dproto2ffi.access=" + (Access.RAW ? "raw" : "safe"),
                        "-cp",
                        home(ScratchArena.class) + File.pathSeparator + home(ScratchRounds.class),
                        ScratchRounds.class.getName(),
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
