package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leases leave no garbage, in a program too that leases from pools of all kinds. */
class LeaseGarbageTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ESCAPING")
    void aLeaseLeavesNoGarbage(LeaseRounds.Kind kind) throws Exception {
        assertThat(GarbageProgram.bytesARound(LeaseRounds.class, kind)).isBetween(0.0, GarbageProgram.NOTHING);
    }

    @Test
    void theMeasurementSeesAnObjectForEachRound() throws Exception {
        assertThat(GarbageProgram.bytesARound(LeaseRounds.class, LeaseRounds.Kind.ESCAPING))
                .isGreaterThan(8);
    }
}
