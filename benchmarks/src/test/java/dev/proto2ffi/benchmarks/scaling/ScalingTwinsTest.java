package dev.proto2ffi.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import bench.ffi.Recording;
import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.benchmarks.allocation.AllocationTrips;
import dev.proto2ffi.benchmarks.cache.ReactionPasses;
import dev.proto2ffi.benchmarks.data.Feed;
import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.benchmarks.pool.PoolTrips;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared must be the same work: the same sum, and the same bytes left behind. */
class ScalingTwinsTest {
    private static final int TRIPS = 100;

    /** Every trip reads its own number, from 0. */
    private static final long SUM = TRIPS * (TRIPS - 1L) / 2;

    @Test
    void aRecordingHas80000Bytes() {
        assertThat(Recording.SIZE).isEqualTo(80_000);
    }

    @Test
    void aPassInRustDoesTheSame() {
        long expected;
        try (Feed feed = new Feed(500)) {
            expected = ReactionPasses.forEach(feed.reactions);
        }
        assertThat(Twins.<Long>call(() -> {
                    try (Feed feed = new Feed(500)) {
                        return new NativeSizes().pass(feed.reactions.address(), 500);
                    }
                }))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {40, 304, 2_056, 5_584, 80_000})
    void touchingInRustDoesTheSame(long bytes) {
        try (SizedArray<?> java = new SizedArray<>(Specimen.of(bytes), 10);
                SizedArray<?> rust = new SizedArray<>(Specimen.of(bytes), 10)) {
            assertThat(java.touch()).isEqualTo(10);
            assertThat(java.touch()).isEqualTo(20);
            NativeSizes twin = Twins.call(NativeSizes::new);
            assertThat(Twins.<Long>call(() -> twin.touch(rust.segment(), bytes)))
                    .isEqualTo(10);
            assertThat(hash(rust)).isNotEqualTo(hash(java));
            assertThat(Twins.<Long>call(() -> twin.touch(rust.segment(), bytes)))
                    .isEqualTo(20);
            assertThat(hash(rust)).isEqualTo(hash(java));
        }
    }

    private static int hash(SizedArray<?> structs) {
        return Arrays.hashCode(structs.segment().toArray(ValueLayout.JAVA_BYTE));
    }

    @ParameterizedTest
    @ValueSource(longs = {40, 304, 2_056, 5_584, 80_000})
    void aStackInRustDoesTheSame(long bytes) {
        try (AllocationTrips<?> trips = new AllocationTrips<>(Specimen.of(bytes));
                Arena arena = Arena.ofConfined()) {
            assertThat(trips.scratch(TRIPS)).isEqualTo(SUM);
            assertThat(trips.scratchBare(TRIPS)).isEqualTo(SUM);
            MemorySegment block = arena.allocate(bytes + 8, 8).fill((byte) 1);
            NativeSizes twin = Twins.call(NativeSizes::new);
            assertThat(Twins.<Long>call(() -> twin.stack(block, bytes, TRIPS))).isEqualTo(SUM);
            assertThat(block.get(ValueLayout.JAVA_BYTE, 16)).isEqualTo((byte) 1);
            assertThat(Twins.<Long>call(() -> twin.stackZeroed(block, bytes, TRIPS)))
                    .isEqualTo(SUM);
            assertThat(block.get(ValueLayout.JAVA_BYTE, 16)).isZero();
            assertThat(block.get(ValueLayout.JAVA_BYTE, bytes - 1)).isZero();
            assertThat(block.get(ValueLayout.JAVA_BYTE, bytes)).isEqualTo((byte) 1);
        }
    }

    @Test
    void aStackThatIsTooSmallIsFoundOut() {
        try (Arena arena = Arena.ofConfined()) {
            assertThat(Twins.<Long>call(() -> new NativeSizes().stack(arena.allocate(32), 40, TRIPS)))
                    .isZero();
        }
    }

    @Test
    void sharedPoolsDoTheSame() {
        SharedPools.OfJava java = new SharedPools.OfJava();
        assertThat(PoolTrips.pool(java.pool, TRIPS)).isEqualTo(SUM);
        java.tearDown();
        assertThat(Twins.<Long>call(() -> {
                    try (SharedPools.OfRust rust = new SharedPools.OfRust()) {
                        return rust.trips(TRIPS);
                    }
                }))
                .isEqualTo(SUM);
    }
}
