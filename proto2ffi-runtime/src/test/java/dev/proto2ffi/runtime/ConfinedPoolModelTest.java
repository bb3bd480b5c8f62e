package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.runtime.social.Reaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The pool of one thread against what a list says: whatever the order, no struct is in two hands. */
class ConfinedPoolModelTest {
    private static final int STEPS = 20_000;

    @Test
    void anyOrderOfAcquiresAndReleasesKeepsEveryStructInOneHand() {
        long seed = 20_261_122;
        for (boolean zeroed : new boolean[] {true, false}) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Reaction> held = new ArrayList<>();
            Set<Long> addresses = new HashSet<>();
            int most = 0;
            try (StructPool<Reaction> pool = StructPool.builder(Reaction.TYPE)
                    .capacity(3)
                    .growTo(24)
                    .fallBack()
                    .zeroed(zeroed)
                    .build()) {
                for (int step = 0; step < STEPS; step++) {
                    if (held.isEmpty() || held.size() < 30 && random.nextBoolean()) {
                        Reaction reaction = pool.acquire();
                        assertThat(addresses.add(reaction.structAddress()))
                                .as("seed " + seed + ", step " + step)
                                .isTrue();
                        if (zeroed) {
                            assertThat(reaction.userId()).isZero();
                        }
                        reaction.userId(reaction.structAddress());
                        held.add(reaction);
                        most = Math.max(most, held.size());
                    } else {
                        Reaction reaction = held.remove(random.nextInt(held.size()));
                        assertThat(reaction.userId()).isEqualTo(reaction.structAddress());
                        addresses.remove(reaction.structAddress());
                        pool.release(reaction);
                    }
                    assertThat(pool.inUse()).isEqualTo(held.size());
                }
                assertThat(pool.capacity()).isEqualTo(24);
                assertThat(pool.highWater()).isGreaterThanOrEqualTo(most);
                held.forEach(pool::release);
                assertThat(pool.inUse()).isZero();
            }
        }
    }

    @Test
    void aRefusedAcquireChangesNothing() {
        try (StructPool<Reaction> pool =
                StructPool.builder(Reaction.TYPE).capacity(2).build()) {
            Reaction first = pool.acquire();
            Reaction second = pool.acquire();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class);
                assertThat(pool.inUse()).isEqualTo(2);
            }
            long firstAddress = first.structAddress();
            long secondAddress = second.structAddress();
            pool.release(second);
            pool.release(first);
            Reaction again = pool.acquire();
            Reaction andAgain = pool.acquire();
            assertThat(List.of(again.structAddress(), andAgain.structAddress()))
                    .containsExactlyInAnyOrder(firstAddress, secondAddress);
            pool.release(again);
            pool.release(andAgain);
        }
    }

    @Test
    void anotherThreadCanNeitherAcquireNorRelease() throws InterruptedException {
        try (StructPool<Reaction> pool =
                StructPool.builder(Reaction.TYPE).capacity(2).build()) {
            Reaction reaction = pool.acquire();
            List<Throwable> seen = new ArrayList<>();
            Thread other = new Thread(() -> {
                for (Runnable work : List.<Runnable>of(pool::acquire, () -> pool.release(reaction))) {
                    try {
                        work.run();
                    } catch (WrongThreadException e) {
                        seen.add(e);
                    }
                }
            });
            other.start();
            other.join();
            assertThat(seen).hasSize(2);
            assertThat(pool.inUse()).isEqualTo(1);
            pool.release(reaction);
        }
    }
}
