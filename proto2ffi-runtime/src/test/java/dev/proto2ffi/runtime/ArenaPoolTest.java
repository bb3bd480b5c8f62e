package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ArenaPoolTest {
    private static final byte DIRT = 0x55;

    /** Without the JDK's own pool, whatever JDK runs: every arena that allocates takes a block. */
    private static ArenaPoolBuilder builder() {
        return ArenaPool.builder().pooledByJdk(0);
    }

    @Test
    void anArenaHasALifetimeOfItsOwn() {
        try (ArenaPool pool = ArenaPool.of(1_024, 2)) {
            MemorySegment first;
            MemorySegment second;
            Reaction view;
            try (Arena arena = pool.acquire()) {
                first = arena.allocate(100, 8);
                view = Reaction.allocate(arena).userId(5);
                assertThat(view.userId()).isEqualTo(5);
                assertThat(first.scope()).isEqualTo(arena.scope());
                assertThat(view.structSegment().scope()).isEqualTo(arena.scope());
                assertThat(first.asOverlappingSlice(view.structSegment())).isEmpty();
            }
            try (Arena arena = pool.acquire()) {
                second = arena.allocate(100, 8);
                assertThatThrownBy(() -> first.get(ValueLayout.JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
                if (!Access.RAW) {
                    assertThatThrownBy(view::userId).isInstanceOf(IllegalStateException.class);
                }
                assertThat(second.get(ValueLayout.JAVA_LONG, 0)).isZero();
            }
            assertThatThrownBy(() -> second.get(ValueLayout.JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void blocksAreUsedAgain() {
        try (ArenaPool pool = builder().blockBytes(1_024).capacity(1).build()) {
            long address = 0;
            for (int i = 0; i < 1_000; i++) {
                try (Arena arena = pool.acquire()) {
                    MemorySegment segment = arena.allocate(1_024, 64);
                    assertThat(address == 0 || address == segment.address()).isTrue();
                    address = segment.address();
                    assertThat(segment.get(ValueLayout.JAVA_LONG, 512)).isZero();
                    segment.fill(DIRT);
                    assertThat(pool.inUse()).isEqualTo(1);
                }
                assertThat(pool.inUse()).isZero();
            }
            assertThat(pool.highWater()).isEqualTo(1);
            assertThat(pool.capacity()).isEqualTo(1);
            assertThat(pool).hasToString("arena pool: 0 of 1 blocks in use");
        }
    }

    @Test
    void whatDoesNotFitInTheBlockIsAllocatedForTheArenaAlone() {
        try (ArenaPool pool = builder().blockBytes(128).capacity(1).build()) {
            MemorySegment large;
            try (Arena arena = pool.acquire()) {
                MemorySegment small = arena.allocate(100, 8).fill(DIRT);
                large = arena.allocate(1_000, 8);
                assertThat(large.get(ValueLayout.JAVA_LONG, 992)).isZero();
                MemorySegment again = arena.allocate(8, 8);
                assertThat(again.address() - small.address()).isEqualTo(104);
                assertThat(arena.allocate(64, 4_096).address() % 4_096).isZero();
                assertThat(arena.allocate(1L << 16, 1L << 16).address() % (1L << 16))
                        .isZero();
                assertThat(large.scope()).isEqualTo(arena.scope());
            }
            assertThatThrownBy(() -> large.get(ValueLayout.JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anExhaustedPoolThrowsAndSaysWhatToDo() {
        try (ArenaPool pool = builder().blockBytes(64).capacity(2).build();
                Arena first = pool.acquire();
                Arena third = pool.acquire()) {
            first.allocate(8);
            Arena second = pool.acquire();
            second.allocate(8);
            assertThatThrownBy(() -> third.allocate(8))
                    .isInstanceOf(PoolExhaustedException.class)
                    .hasMessageContaining("all 2 blocks of 64 bytes are in use")
                    .hasMessageContaining("growTo")
                    .hasMessageContaining("fallBack");
            assertThat(pool.inUse()).isEqualTo(2);
            second.close();
            assertThat(third.allocate(8).byteSize()).isEqualTo(8);
            assertThat(pool.inUse()).isEqualTo(2);
        }
    }

    @Test
    void itGrowsToItsLimit() {
        try (ArenaPool pool = builder().blockBytes(64).capacity(2).growTo(5).build()) {
            List<Arena> arenas = new ArrayList<>();
            int[] capacities = {2, 2, 4, 4, 5};
            for (int capacity : capacities) {
                Arena arena = pool.acquire();
                arenas.add(arena);
                arena.allocate(64).fill(DIRT);
                assertThat(pool.capacity()).isEqualTo(capacity);
            }
            try (Arena sixth = pool.acquire()) {
                assertThatThrownBy(() -> sixth.allocate(1)).isInstanceOf(PoolExhaustedException.class);
            }
            assertThat(pool.inUse()).isEqualTo(5);
            arenas.forEach(Arena::close);
            assertThat(pool.inUse()).isZero();
            assertThat(pool.highWater()).isEqualTo(5);
        }
    }

    @Test
    void itFallsBackToFreshMemoryWithTheSamePromise() {
        try (ArenaPool pool = builder().blockBytes(64).capacity(1).fallBack().build();
                Arena first = pool.acquire()) {
            first.allocate(64);
            MemorySegment fresh;
            try (Arena second = pool.acquire()) {
                fresh = second.allocate(8, 8);
                assertThat(fresh.get(ValueLayout.JAVA_LONG, 0)).isZero();
                assertThat(Reaction.allocate(second).userId(2).userId()).isEqualTo(2);
                assertThat(pool.inUse()).isEqualTo(1);
            }
            assertThatThrownBy(() -> fresh.get(ValueLayout.JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
            assertThat(pool.inUse()).isEqualTo(1);
        }
    }

    @Test
    void notZeroedMemoryIsWhatWasLeftThereAndStructsHaveTheirDefaults() {
        try (ArenaPool pool =
                builder().blockBytes(16_384).capacity(1).zeroed(false).build()) {
            try (Arena arena = pool.acquire()) {
                arena.allocate(16_384).fill(DIRT);
            }
            try (Arena arena = pool.acquire()) {
                assertThat(arena.allocate(8, 8).get(ValueLayout.JAVA_LONG, 0)).isEqualTo(0x5555555555555555L);
                assertThat(Reaction.allocate(arena).userId()).isZero();
                assertThat(Post.allocate(arena).content()).isEmpty();
                assertThat(Reaction.allocateArray(arena, 10).get(9).createdAt()).isZero();
            }
        }
    }

    @Test
    void aPoolThatIsClosedGivesNoArenas() {
        ArenaPool pool = ArenaPool.of(64, 1);
        pool.close();
        assertThatThrownBy(pool::acquire)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("arena pool is closed; make another");
        assertThatThrownBy(pool::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void arenasThatHaveABlockOutliveTheirPool() {
        ArenaPool pool = builder().blockBytes(64).capacity(2).build();
        MemorySegment segment;
        try (Arena other = pool.acquire();
                Arena unused = pool.acquire();
                Arena arena = pool.acquire()) {
            segment = arena.allocate(8, 8);
            other.allocate(8);
            pool.close();
            segment.set(ValueLayout.JAVA_LONG, 0, 7);
            arena.allocate(8);
            assertThat(segment.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(7);
            assertThatThrownBy(() -> unused.allocate(8))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("arena pool is closed");
        }
        assertThatThrownBy(() -> segment.get(ValueLayout.JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void anArenaBelongsToItsThread() throws InterruptedException {
        try (ArenaPool pool = ArenaPool.of(1_024, 1);
                Arena arena = pool.acquire()) {
            arena.allocate(8);
            List<Throwable> thrown = new ArrayList<>();
            Thread other = Thread.ofVirtual().start(() -> {
                for (Runnable use : new Runnable[] {() -> arena.allocate(8), arena::close}) {
                    try {
                        use.run();
                    } catch (WrongThreadException e) {
                        thrown.add(e);
                    }
                }
            });
            other.join();
            assertThat(thrown)
                    .hasSize(2)
                    .allSatisfy(e -> assertThat(e).hasMessageContaining("acquire one for each thread"));
        }
    }

    @Test
    void anArenaThatIsClosedThrows() {
        try (ArenaPool pool = ArenaPool.of(1_024, 1)) {
            Arena arena = pool.acquire();
            arena.allocate(8);
            arena.close();
            assertThat(arena.scope().isAlive()).isFalse();
            assertThatThrownBy(() -> arena.allocate(8))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("it was closed; acquire another");
            assertThatThrownBy(() -> arena.allocate(0)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(arena::close).isInstanceOf(IllegalStateException.class);
            assertThat(pool.inUse()).isZero();
        }
    }

    @Test
    void sizesAndAlignmentsAreChecked() {
        try (ArenaPool pool = ArenaPool.of(1_024, 1);
                Arena arena = pool.acquire()) {
            assertThatThrownBy(() -> arena.allocate(-1, 8))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("size -1 is negative");
            assertThatThrownBy(() -> arena.allocate(8, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("alignment 3 is not a power of two");
            assertThat(arena.allocate(0, 1).byteSize()).isZero();
        }
    }

    @Test
    void choicesAreChecked() {
        assertThatThrownBy(() -> ArenaPool.of(64, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capacity 0 is not between 1 and 65535");
        assertThatThrownBy(() -> ArenaPool.of(64, 65_536)).hasMessageContaining("fallBack()");
        assertThatThrownBy(() -> ArenaPool.of(0, 1)).hasMessageContaining("blockBytes 0 is not between");
        assertThatThrownBy(() -> ArenaPool.of(Long.MAX_VALUE, 1)).hasMessageContaining("is not between");
        assertThatThrownBy(() -> builder().capacity(4).growTo(3).build())
                .hasMessageContaining("growTo 3 is less than the capacity, 4");
    }

    @Test
    void outOfMemorySaysWhatToDo() {
        assertThatThrownBy(() -> ArenaPool.of(1L << 40, 64))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessageContaining("arena pool: no native memory for " + (1L << 46) + " bytes")
                .hasMessageContaining("smaller capacity");
    }

    @Test
    @SuppressWarnings("restricted")
    void aBlockComesBackThoughACleanupActionOfTheUserFails() {
        try (ArenaPool pool = builder().blockBytes(64).capacity(1).build()) {
            for (RuntimeException failure :
                    new RuntimeException[] {new ArithmeticException("mine"), new IllegalStateException("mine")}) {
                Arena arena = pool.acquire();
                arena.allocate(8).reinterpret(arena, segment -> {
                    throw failure;
                });
                assertThatThrownBy(arena::close).isSameAs(failure);
                assertThat(arena.scope().isAlive()).isFalse();
                assertThat(pool.inUse()).isZero();
            }
        }
    }

    @Test
    void outOfMemoryOfAnArenaSaysWhatToDo() {
        try (ArenaPool pool = builder().blockBytes(64).capacity(1).build();
                Arena arena = pool.acquire()) {
            assertThatThrownBy(() -> arena.allocate(1L << 46))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessageContaining("arena of a pool: no native memory for " + (1L << 46) + " bytes");
            assertThat(arena.allocate(8, 8).get(ValueLayout.JAVA_LONG, 0)).isZero();
        }
    }

    @Test
    void whereTheJdkPoolsSmallAllocationsTheyTakeNoBlock() {
        try (ArenaPool pool =
                        builder().pooledByJdk(64).blockBytes(1_024).capacity(1).build();
                Arena arena = pool.acquire()) {
            Reaction first = Reaction.allocate(arena).userId(1);
            assertThat(pool.inUse()).isZero();
            arena.allocate(24, 8);
            assertThat(pool.inUse()).isZero();
            Reaction second = Reaction.allocate(arena).userId(2);
            assertThat(pool.inUse()).isEqualTo(1);
            assertThat(first.userId()).isEqualTo(1);
            assertThat(second.userId()).isEqualTo(2);
        }
    }

    @Test
    void theJdkPoolsSmallAllocationsFrom28On() {
        assertThat(JdkPaths.pooledBytes(25)).isZero();
        assertThat(JdkPaths.pooledBytes(27)).isZero();
        assertThat(JdkPaths.pooledBytes(28)).isEqualTo(64);
        assertThat(JdkPaths.pooledBytes())
                .isEqualTo(JdkPaths.pooledBytes(Runtime.version().feature()));
    }

    @Test
    void aDroppedPoolKeepsTheMemoryOfSegmentsThatAreInUse() throws InterruptedException {
        AtomicReference<Arena> kept = new AtomicReference<>();
        MemorySegment segment = fromADroppedPool(kept);
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(10);
            segment.set(ValueLayout.JAVA_LONG, 0, i);
            assertThat(segment.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(i);
        }
        kept.get().close();
    }

    private static MemorySegment fromADroppedPool(AtomicReference<Arena> kept) {
        Arena arena = builder().blockBytes(1 << 20).capacity(1).build().acquire();
        kept.set(arena);
        return arena.allocate(1 << 20, 8);
    }

    @Test
    void anArenaThatIsDroppedOpenIsToldInTheCheckedMode() throws InterruptedException {
        assumeTrue(Checks.ON);
        LeakLog log = new LeakLog(ArenaPoolTest.class);
        log.listen();
        try (ArenaPool pool = builder().blockBytes(64).capacity(100).build()) {
            for (int i = 0; i < 20; i++) {
                Arena arena = pool.acquire();
                arena.allocate(8);
                if (i % 4 != 0) {
                    arena.close();
                }
            }
            log.await(5);
            assertThat(pool.inUse()).isEqualTo(5);
        } finally {
            log.close();
        }
    }
}
