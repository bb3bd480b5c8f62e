package dev.proto2ffi.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.benchmarks.data.Specimen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared must be the same work: as many trips, which read what they wrote. */
class SizedPoolsTest {
    private static final int TRIPS = 1_000;

    /** Every trip reads its own number, from 0. */
    private static final long SUM = TRIPS * (TRIPS - 1L) / 2;

    @ParameterizedTest
    @ValueSource(longs = {304, 2_056, 5_584})
    void poolsDoTheSameAsTheListsOfRust(long bytes) {
        try (SizedPools<?> pools = new SizedPools<>(Specimen.of(bytes))) {
            assertThat(pools.trips(TRIPS)).isEqualTo(SUM);
            assertThat(pools.fresh(TRIPS)).isEqualTo(SUM);
        }
        long[] sums = Twins.call(() -> {
            try (SizedFreeList list = new SizedFreeList(bytes, 2)) {
                return new long[] {list.tripsZeroed(TRIPS), SizedFreeList.fresh(bytes, TRIPS)};
            }
        });
        assertThat(sums).containsExactly(SUM, SUM);
    }
}
