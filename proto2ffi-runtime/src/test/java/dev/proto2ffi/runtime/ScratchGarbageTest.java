package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Structs in a scratch arena leave no garbage once the code is compiled: the views and frames don't exist at run time.
 */
class ScratchGarbageTest {
    @Test
    void aStructInAFrameLeavesNoGarbage() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.FRAME)).isBetween(0.0, GarbageProgram.NOTHING);
    }

    @Test
    void aStructBetweenMarkAndResetLeavesNoGarbage() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.MARK)).isBetween(0.0, GarbageProgram.NOTHING);
    }

    @Test
    void aLargeStructThatIsNotZeroedLeavesNoGarbage() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.LARGE_NOT_ZEROED)).isBetween(0.0, GarbageProgram.NOTHING);
    }

    @Test
    void manyStructsInAFrameLeaveNoGarbage() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.MANY)).isBetween(0.0, GarbageProgram.NOTHING);
    }

    @Test
    void theMeasurementSeesAnObjectForEachRound() throws Exception {
        assertThat(bytesARound(ScratchRounds.Kind.ESCAPING)).isGreaterThan(8);
    }

    private static double bytesARound(ScratchRounds.Kind kind) throws Exception {
        return GarbageProgram.bytesARound(ScratchRounds.class, kind);
    }
}
