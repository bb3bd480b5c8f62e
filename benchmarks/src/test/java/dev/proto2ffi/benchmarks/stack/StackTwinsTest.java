package dev.proto2ffi.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.benchmarks.allocation.RustTrips;
import dev.proto2ffi.benchmarks.data.Specimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared must be the same work: as many trips, which read what they wrote. */
class StackTwinsTest {
    private static final int TRIPS = 1_000;

    /** Every trip reads its own number, from 0. */
    private static final long SUM = TRIPS * (TRIPS - 1L) / 2;

    @ParameterizedTest
    @ValueSource(longs = {40, 656, 5_584})
    void framesDoTheSameAsTheStackOfRust(long bytes) {
        try (FrameTrips<?> trips = new FrameTrips<>(Specimen.of(bytes))) {
            assertThat(trips.zeroed(TRIPS)).isEqualTo(SUM);
            assertThat(trips.bare(TRIPS)).isEqualTo(SUM);
        }
        assertThat(Twins.<Long>call(() -> RustTrips.stackZeroed(bytes, TRIPS))).isEqualTo(SUM);
        assertThat(Twins.<Long>call(() -> RustTrips.stack(bytes, TRIPS))).isEqualTo(SUM);
    }

    @Test
    void aSizeThatNoStructHasIsFoundOut() {
        assertThat(Twins.<Long>call(() -> RustTrips.stack(41, TRIPS))).isZero();
    }
}
