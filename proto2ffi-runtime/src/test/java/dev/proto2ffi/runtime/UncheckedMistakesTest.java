package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.proto2ffi.runtime.LeaseException.Kind;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found without the checked mode, in either access mode, and what isn't. */
class UncheckedMistakesTest {
    private static final int MISTAKES = 2_000;

    @BeforeEach
    void onlyWithoutChecks() {
        assumeFalse(Checks.ON);
    }

    private static StructPool<Reaction> pool(boolean shared) {
        PoolBuilder<Reaction> builder = StructPool.builder(Reaction.TYPE).capacity(64);
        return shared ? builder.shared().build() : builder.build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void untilItsSlotIsHandedOutAgainAViewThatWasGivenBackIsFound(boolean shared) {
        long seed = Long.getLong("proto2ffi.seed", System.nanoTime());
        Random random = new Random(seed);
        try (StructPool<Reaction> pool = pool(shared);
                StructPool<Reaction> other = pool(shared);
                Arena arena = Arena.ofConfined()) {
            Deque<Reaction> held = new ArrayDeque<>();
            Reaction foreign = Reaction.allocate(arena);
            for (int i = 0; i < MISTAKES; i++) {
                while (held.size() < 1 + random.nextInt(60)) {
                    held.add(pool.acquire().reactionId(held.size()));
                }
                Reaction struct = held.removeFirst();
                switch (random.nextInt(3)) {
                    case 0 -> assertKind(Kind.FOREIGN_RELEASE, seed, () -> pool.release(foreign));
                    case 1 -> assertKind(Kind.FOREIGN_RELEASE, seed, () -> other.release(struct));
                    default -> {
                        pool.release(struct);
                        assertKind(Kind.DOUBLE_RELEASE, seed, () -> pool.release(struct));
                        assertThatThrownBy(struct::reactionId)
                                .as("seed " + seed)
                                .isInstanceOf(IndexOutOfBoundsException.class);
                        assertThatThrownBy(() -> struct.reactionId(1))
                                .as("seed " + seed)
                                .isInstanceOf(IndexOutOfBoundsException.class);
                        assertThatThrownBy(struct::structAddress)
                                .as("seed " + seed)
                                .isInstanceOf(IllegalStateException.class);
                        continue;
                    }
                }
                pool.release(struct);
            }
            held.forEach(pool::release);
            assertThat(pool.inUse()).isZero();
            assertThat(other.inUse()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onceItsSlotIsHandedOutAgainTheSameViewIsValidAnew(boolean shared) {
        try (StructPool<Reaction> pool = pool(shared)) {
            Reaction first = pool.acquire();
            pool.release(first);
            Reaction second = pool.acquire().reactionId(2);
            assertThat(second).isSameAs(first);
            assertThat(first.reactionId()).isEqualTo(2);
            pool.release(first); // takes the struct away from its new holder
            assertThatThrownBy(second::reactionId).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasDerivedFromAViewGoesOnReadingTheSlot(boolean shared) {
        try (StructPool<Reaction> pool = pool(shared)) {
            Reaction first = pool.acquire();
            MemorySegment derived = first.structSegment();
            pool.release(first);
            Reaction second = pool.acquire().reactionId(2);
            assertThat(derived.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(2);
            pool.release(second);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLeakIsNotFoundAndKeepsItsSlot(boolean shared) {
        StructPool<Reaction> pool = pool(shared);
        Reaction leaked = pool.acquire();
        assertThat(pool.inUse()).isEqualTo(1);
        pool.close();
        assertThatThrownBy(leaked::reactionId).isInstanceOf(RuntimeException.class);
    }

    private static void assertKind(Kind kind, long seed, Runnable release) {
        assertThatThrownBy(release::run)
                .as("seed " + seed)
                .isInstanceOfSatisfying(
                        LeaseException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
