package dev.proto2ffi.benchmarks.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.benchmarks.Twins;
import dev.proto2ffi.benchmarks.data.Specimen;
import dev.proto2ffi.benchmarks.pool.FreeList;
import dev.proto2ffi.benchmarks.pool.NativeTrips;
import dev.proto2ffi.benchmarks.pool.PoolTrips;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.StructPool;
import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.ffi.Reaction;

/** What is compared must be the same work: as many trips, which read what they wrote. */
class MemoryTwinsTest {
    private static final int TRIPS = 1_000;

    /** Every trip reads its own number, from 0. */
    private static final long SUM = TRIPS * (TRIPS - 1L) / 2;

    @Test
    void poolsDoTheSame() {
        for (boolean zeroed : new boolean[] {true, false}) {
            try (StructPool<Reaction> confined =
                            StructPool.builder(Reaction.TYPE).zeroed(zeroed).build();
                    StructPool<Reaction> shared = StructPool.builder(Reaction.TYPE)
                            .zeroed(zeroed)
                            .shared()
                            .build()) {
                for (StructPool<Reaction> pool : java.util.List.of(confined, shared)) {
                    assertThat(PoolTrips.pool(pool, TRIPS)).isEqualTo(SUM);
                    assertThat(PoolTrips.lease(pool, TRIPS)).isEqualTo(SUM);
                    assertThat(pool.inUse()).isZero();
                    assertThat(pool.highWater()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void scratchArenasDoTheSame() {
        for (boolean zeroed : new boolean[] {true, false}) {
            try (ScratchArena scratch = ScratchArena.builder().zeroed(zeroed).build()) {
                assertThat(PoolTrips.scratch(scratch, TRIPS)).isEqualTo(SUM);
                assertThat(PoolTrips.frames(scratch, TRIPS)).isEqualTo(SUM);
                assertThat(scratch.bytesInUse()).isZero();
            }
        }
    }

    @Test
    void whatJavaHasDoesTheSame() throws Throwable {
        assertThat(PoolTrips.confinedArenas(TRIPS)).isEqualTo(SUM);
        assertThat(PoolTrips.sharedArenas(TRIPS)).isEqualTo(SUM);
        assertThat(PoolTrips.malloc(TRIPS)).isEqualTo(SUM);
        try (Arena arena = Arena.ofConfined()) {
            ArrayDeque<Reaction> stack = new ArrayDeque<>();
            ConcurrentLinkedQueue<Reaction> queue = new ConcurrentLinkedQueue<>();
            for (Reaction reaction : Reaction.allocateArray(arena, 2)) {
                stack.push(reaction);
                queue.add(reaction);
            }
            assertThat(PoolTrips.stack(stack, TRIPS)).isEqualTo(SUM);
            assertThat(PoolTrips.queue(queue, TRIPS)).isEqualTo(SUM);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench_c", "bench_rust"})
    void nativeFreeListsDoTheSame(String library) {
        long[] sums = Twins.call(() -> {
            try (FreeList list = new FreeList(library, 2)) {
                return new long[] {list.trips(TRIPS), list.tripsZeroed(TRIPS)};
            }
        });
        assertThat(sums).containsExactly(SUM, SUM);
    }

    @Test
    void aNativePoolThatChecksDoesTheSame() {
        long[] sums = Twins.call(() -> {
            try (FreeList list = FreeList.checked(2)) {
                return new long[] {list.trips(TRIPS), list.tripsZeroed(TRIPS)};
            }
        });
        assertThat(sums).containsExactly(SUM, SUM);
    }

    @ParameterizedTest
    @ValueSource(longs = {40, 2_056, 4_040, 5_584})
    void allocatorsDoTheSame(long bytes) throws Throwable {
        try (AllocationTrips<?> trips = new AllocationTrips<>(Specimen.of(bytes))) {
            assertThat(trips.confinedArenas(TRIPS)).isEqualTo(SUM);
            assertThat(trips.pooledArenas(TRIPS)).isEqualTo(SUM);
            assertThat(trips.scratch(TRIPS)).isEqualTo(SUM);
            assertThat(trips.scratchBare(TRIPS)).isEqualTo(SUM);
            assertThat(trips.pool(TRIPS)).isEqualTo(SUM);
            assertThat(trips.poolBare(TRIPS)).isEqualTo(SUM);
            assertThat(trips.sharedPool(TRIPS)).isEqualTo(SUM);
            assertThat(trips.sharedPoolBare(TRIPS)).isEqualTo(SUM);
            assertThat(trips.malloc(TRIPS)).isEqualTo(SUM);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {40, 2_056, 4_040, 5_584})
    void boxesDoTheSame(long bytes) {
        assertThat(Twins.<Long>call(() -> RustTrips.box(bytes, TRIPS))).isEqualTo(SUM);
        assertThat(Twins.<Long>call(() -> RustTrips.boxZeroed(bytes, TRIPS))).isEqualTo(SUM);
    }

    @Test
    void mallocInCDoesTheSame() {
        assertThat(Twins.<Long>call(() -> NativeTrips.malloc(Reaction.SIZE, TRIPS)))
                .isEqualTo(SUM);
    }

    @Test
    void aListThatIsEmptyIsFoundOut() {
        assertThat(Twins.<Long>call(() -> {
                    try (FreeList list = new FreeList("bench_rust", 0)) {
                        return list.trips(TRIPS);
                    }
                }))
                .isZero();
    }
}
