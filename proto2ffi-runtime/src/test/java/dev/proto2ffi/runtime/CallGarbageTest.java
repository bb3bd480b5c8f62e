package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Calls leave no garbage once the code is compiled.
 */
class CallGarbageTest {
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
        assertThat(bytesACall(kind)).isBetween(0.0, GarbageProgram.NOTHING);
    }

    @Test
    void theMeasurementSeesAnObjectForEachCall() throws Exception {
        assertThat(bytesACall(CallRounds.Kind.FAILING)).isGreaterThan(8);
    }

    private static double bytesACall(CallRounds.Kind kind) throws Exception {
        return GarbageProgram.bytesARound(CallRounds.class, kind, "-Dcalc=" + library);
    }
}
