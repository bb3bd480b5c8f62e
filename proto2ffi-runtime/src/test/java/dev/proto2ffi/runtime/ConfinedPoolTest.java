package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool itself, built so that the checked mode doesn't wrap it; and what the builder refuses. */
class ConfinedPoolTest {
    private static PoolBuilder<Reaction> builder(int capacity) {
        return StructPool.builder(Reaction.TYPE).capacity(capacity);
    }

    private static StructPool<Reaction> pool(int capacity) {
        return builder(capacity).buildUnchecked();
    }

    private static List<Reaction> acquire(StructPool<Reaction> pool, int count) {
        List<Reaction> structs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            structs.add(pool.acquire());
        }
        return structs;
    }

    @SuppressWarnings("ThreadPriorityCheck")
    private static Throwable failureInAnotherThread(Runnable work) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(work, "other");
        thread.setUncaughtExceptionHandler((where, error) -> failure.set(error));
        thread.start();
        thread.join();
        return failure.get();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 1_000})
    void givesItsCapacityAndNoMore(int capacity) {
        try (StructPool<Reaction> pool = pool(capacity)) {
            for (int round = 0; round < 3; round++) {
                List<Reaction> all = acquire(pool, capacity);
                assertThat(all.stream().map(Reaction::structAddress).distinct()).hasSize(capacity);
                assertThat(pool.inUse()).isEqualTo(capacity);
                assertThatThrownBy(pool::acquire)
                        .isInstanceOf(PoolExhaustedException.class)
                        .hasMessageContaining("pool of social.Reaction: all " + capacity + " structs are in use")
                        .hasMessageContaining("release what is done with")
                        .hasMessageContaining("pool_size")
                        .hasMessageContaining("fallBack");
                all.forEach(pool::release);
                assertThat(pool.inUse()).isZero();
            }
            assertThat(pool.highWater()).isEqualTo(capacity);
        }
    }

    @Test
    void theHighWaterMarkIsTheMostThatWereInUse() {
        try (StructPool<Reaction> pool = pool(100)) {
            acquire(pool, 7).forEach(pool::release);
            acquire(pool, 3).forEach(pool::release);
            assertThat(pool.highWater()).isEqualTo(7);
            assertThat(pool.capacity()).isEqualTo(100);
        }
    }

    @Test
    void growsByDoublingUpToItsLimit() {
        try (StructPool<Reaction> pool = builder(10).growTo(35).buildUnchecked()) {
            List<Reaction> all = acquire(pool, 35);
            assertThat(all.stream().map(Reaction::structAddress).distinct()).hasSize(35);
            assertThat(pool.capacity()).isEqualTo(35);
            assertThatThrownBy(pool::acquire)
                    .isInstanceOf(PoolExhaustedException.class)
                    .hasMessageContaining("all 35");
            all.forEach(pool::release);
            assertThat(acquire(pool, 35).stream().map(Reaction::structAddress).distinct())
                    .hasSize(35);
        }
    }

    @Test
    void fallsBackToMemoryWithTheSamePromises() {
        try (StructPool<Reaction> pool = builder(1).fallBack().buildUnchecked()) {
            Reaction first = pool.acquire().userId(1);
            Reaction second = pool.acquire();
            assertThat(second.userId()).isZero();
            second.userId(2);
            MemorySegment memory = second.structSegment();
            assertThat(pool.inUse()).isEqualTo(2);
            assertThat(pool.highWater()).isEqualTo(2);
            pool.release(second);
            assertThat(memory.scope().isAlive()).isFalse();
            assertThatThrownBy(second::userId).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> pool.release(second))
                    .isInstanceOfSatisfying(
                            LeaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.DOUBLE_RELEASE));
            assertThat(first.userId()).isEqualTo(1);
            pool.release(first);
            assertThat(pool.acquire()).isSameAs(first);
            assertThat(pool.inUse()).isEqualTo(1);
            assertThat(pool.capacity()).isEqualTo(1);
        }
    }

    @Test
    void aStructHasItsDefaultsAgainUnlessToldOtherwise() {
        try (StructPool<Reaction> zeroed = pool(4);
                StructPool<Reaction> kept = builder(4).zeroed(false).buildUnchecked()) {
            zeroed.release(zeroed.acquire().userId(5).createdAt(6));
            kept.release(kept.acquire().userId(5).createdAt(6));
            Reaction anew = zeroed.acquire();
            assertThat(anew.userId()).isZero();
            assertThat(anew.createdAt()).isZero();
            assertThat(kept.acquire().userId()).isEqualTo(5);
        }
    }

    @Test
    void aViewThatWasGivenBackThrowsUntilItsSlotIsHandedOutAgain() {
        try (StructPool<Reaction> pool = pool(4)) {
            Reaction reaction = pool.acquire();
            pool.release(reaction);
            assertThatThrownBy(reaction::userId).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> reaction.userId(1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(reaction::structSegment)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("it was given back to its pool");
            assertThat(pool.acquire()).isSameAs(reaction);
            assertThat(reaction.userId()).isZero();
        }
    }

    @Test
    void doubleAndForeignReleasesAreRefused() {
        try (StructPool<Reaction> pool = pool(4);
                StructPool<Reaction> other = pool(4)) {
            Reaction reaction = pool.acquire();
            assertThatThrownBy(() -> other.release(reaction))
                    .isInstanceOfSatisfying(
                            LeaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.FOREIGN_RELEASE))
                    .hasMessageContaining("to the pool that gave it");
            Reaction another = Reaction.TYPE.at(reaction.structSegment(), 0);
            assertThatThrownBy(() -> pool.release(another)).isInstanceOf(LeaseException.class);
            pool.release(reaction);
            assertThatThrownBy(() -> pool.release(reaction))
                    .isInstanceOf(LeaseException.class)
                    .hasMessageContaining("was given back to its pool already")
                    .hasMessageContaining("-Dproto2ffi.checks=true");
            assertThat(pool.inUse()).isZero();
            assertThat(other.inUse()).isZero();
        }
    }

    @Test
    void anotherThreadIsRefusedAndToldWhatToDo() throws InterruptedException {
        try (StructPool<Reaction> pool = pool(4)) {
            Reaction reaction = pool.acquire();
            for (Runnable use : List.<Runnable>of(pool::acquire, () -> pool.release(reaction), pool::close)) {
                assertThat(failureInAnotherThread(use))
                        .isInstanceOf(WrongThreadException.class)
                        .hasMessageContaining("other")
                        .hasMessageContaining("shared");
            }
            pool.release(reaction);
        }
    }

    @Test
    void closingFreesAndPoisonsWhatIsStillInUse() {
        StructPool<Reaction> pool = pool(4);
        Reaction reaction = pool.acquire();
        MemorySegment memory = reaction.structSegment();
        pool.close();
        assertThat(memory.scope().isAlive()).isFalse();
        assertThatThrownBy(reaction::userId).isInstanceOf(RuntimeException.class);
        assertThat(pool.inUse()).isZero();
        for (Runnable use : List.<Runnable>of(pool::acquire, () -> pool.release(reaction), pool::close)) {
            assertThatIllegalStateException()
                    .isThrownBy(use::run)
                    .withMessageContaining("pool of social.Reaction is closed; make another");
        }
    }

    @Test
    void aLeaseGivesBackWhenItsBlockEnds() {
        try (StructPool<Reaction> pool = pool(1)) {
            try (Lease<Reaction> lease = pool.lease()) {
                assertThat(lease.get().userId(3).userId()).isEqualTo(3);
                assertThat(pool.inUse()).isEqualTo(1);
            }
            assertThat(pool.inUse()).isZero();
        }
    }

    @Test
    void whatAStructPointsToGoesWithIt() {
        try (StructPool<Linked> pool =
                StructPool.builder(Linked.TYPE).capacity(2).childBytes(64).buildUnchecked()) {
            Linked linked = pool.acquire();
            MemorySegment first = pool.allocator(linked).allocate(32, 8);
            first.fill((byte) 1);
            pool.release(linked);
            Linked again = pool.acquire();
            assertThat(again).isSameAs(linked);
            assertThat(pool.allocator(again).allocate(32, 8).address()).isEqualTo(first.address());
            pool.release(again);
            assertThatThrownBy(() -> pool.allocator(again)).isInstanceOf(LeaseException.class);
        }
        try (StructPool<Reaction> flat = pool(1)) {
            Reaction reaction = flat.acquire();
            assertThatThrownBy(() -> flat.allocator(reaction))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("childBytes");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, StructPool.MAX_CAPACITY + 1, Integer.MAX_VALUE})
    void aCapacityThatCannotBeIsRefused(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructPool.ofConfined(Reaction.TYPE, capacity))
                .withMessageContaining("pool of social.Reaction: capacity " + capacity)
                .withMessageContaining("not between 1 and 16777216")
                .withMessageContaining("StructArray");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructPool.builder(Reaction.TYPE).growTo(capacity))
                .withMessageContaining("growTo " + capacity);
    }

    @Test
    void aSchemaSizeThatCannotBeIsRefusedUnlessACapacityIsGiven() {
        StructType<Linked> type =
                Linked.builder().poolSize(StructPool.MAX_CAPACITY + 1).build(120, 8, Linked.fields());
        for (boolean shared : new boolean[] {false, true}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> {
                        StructPool<Linked> pool = shared ? StructPool.ofShared(type) : StructPool.ofConfined(type);
                        pool.close();
                    })
                    .withMessageContaining("capacity 16777217 is not between 1 and 16777216");
        }
        try (StructPool<Linked> pool = StructPool.ofConfined(type, 2)) {
            assertThat(pool.capacity()).isEqualTo(2);
        }
    }

    @Test
    void choicesThatContradictEachOtherAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(10).growTo(9).build())
                .withMessageContaining("growTo 9 is less than the capacity, 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructPool.builder(Linked.TYPE).build())
                .withMessageContaining("has pointers")
                .withMessageContaining("childBytes(n)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(1).childBytes(0))
                .withMessageContaining("must be above 0");
    }

    @Test
    void theShortFactoryGivesStructsWithPointersTheirAllocators() {
        try (StructPool<Linked> pool = StructPool.ofConfined(Linked.TYPE, 2)) {
            Linked linked = pool.acquire();
            assertThat(pool.allocator(linked).allocate(2_000, 8).byteSize()).isEqualTo(2_000);
            pool.release(linked);
        }
    }

    @Test
    void withoutASchemaSizeThereIsADefaultOne() {
        try (StructPool<Post> pool = StructPool.ofConfined(Post.TYPE)) {
            assertThat(pool.capacity())
                    .isEqualTo(Post.TYPE.poolSize() > 0 ? Post.TYPE.poolSize() : PoolBuilder.DEFAULT_CAPACITY);
        }
    }

    @Test
    void structsOfAllSlabsComeAndGoWithoutGarbage() {
        try (StructPool<Reaction> pool =
                StructPool.builder(Reaction.TYPE).capacity(64).growTo(128).buildUnchecked()) {
            Reaction[] held = new Reaction[128];
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 100; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < held.length; i++) {
                    held[i] = pool.acquire();
                }
                for (Reaction struct : held) {
                    pool.release(struct);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least / held.length).isZero();
        }
    }

    @Test
    void memoryThatIsNotThereIsSaidSo() {
        try (OwnedMemory memory = OwnedMemory.ofConfined("pool of social.Post")) {
            assertThatThrownBy(() -> memory.allocate(1L << 46, 8))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessageContaining("pool of social.Post: no native memory for 70368744177664 bytes")
                    .hasMessageContaining("use a smaller capacity")
                    .hasCauseInstanceOf(OutOfMemoryError.class);
        }
    }
}
