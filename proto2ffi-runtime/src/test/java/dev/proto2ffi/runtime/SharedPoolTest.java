package dev.proto2ffi.runtime;

import static dev.proto2ffi.runtime.SharedPools.acquire;
import static dev.proto2ffi.runtime.SharedPools.assertDistinct;
import static dev.proto2ffi.runtime.SharedPools.builder;
import static dev.proto2ffi.runtime.SharedPools.inAnotherThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool itself, built so that the checked mode doesn't wrap it. */
@Timeout(60)
class SharedPoolTest {

    /** Of a slab of one struct users have a segment of the same bytes: the struct's own. */
    @Test
    void anotherViewOfAStructIsForeignHoweverLongItsSlab() {
        try (StructPool<Reaction> pool = builder(100).growTo(101).build()) {
            List<Reaction> all = acquire(pool, 101);
            for (Reaction reaction : all) {
                Reaction other = Reaction.at(reaction.structSegment());
                assertThatThrownBy(() -> pool.release(other))
                        .isInstanceOfSatisfying(
                                LeaseException.class,
                                e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.FOREIGN_RELEASE));
            }
            all.forEach(pool::release);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 27, 28, 29, 48, 100, 1_024, 5_000})
    void oneThreadGetsTheCapacityAndNoMore(int capacity) {
        try (StructPool<Reaction> pool = builder(capacity).buildUnchecked()) {
            for (int round = 0; round < 3; round++) {
                List<Reaction> all = acquire(pool, capacity);
                assertDistinct(all);
                assertThat(pool.inUse()).isEqualTo(capacity);
                assertThatThrownBy(pool::acquire)
                        .isInstanceOf(PoolExhaustedException.class)
                        .hasMessageContaining("all " + capacity + " structs are in use")
                        .hasMessageContaining("growTo");
                all.forEach(pool::release);
                assertThat(pool.inUse()).isZero();
            }
            assertThat(pool.capacity()).isEqualTo(capacity);
            assertThat(pool.highWater()).isEqualTo(capacity);
        }
    }

    @Test
    void highWaterIsExactForOneThread() {
        try (StructPool<Reaction> pool = builder(1_024).buildUnchecked()) {
            for (int most : new int[] {1, 7, 100, 60, 300, 299, 301}) {
                List<Reaction> some = acquire(pool, most);
                Collections.shuffle(some);
                some.forEach(pool::release);
                assertThat(pool.highWater()).isEqualTo(most == 60 ? 100 : most == 299 ? 300 : most);
            }
        }
    }

    @Test
    void aStructHasItsDefaultsAgain() {
        try (StructPool<Reaction> pool = builder(100).buildUnchecked()) {
            Reaction reaction = pool.acquire();
            reaction.reactionId(5).createdAt(6);
            pool.release(reaction);
            Reaction next = pool.acquire();
            assertThat(next).isSameAs(reaction);
            assertThat(next.reactionId()).isZero();
            assertThat(next.createdAt()).isZero();
        }
    }

    @Test
    void withoutZeroingAStructHoldsWhatWasThere() {
        try (StructPool<Reaction> pool = builder(100).zeroed(false).buildUnchecked()) {
            Reaction reaction = pool.acquire();
            assertThat(reaction.reactionId()).isZero();
            reaction.reactionId(5);
            pool.release(reaction);
            assertThat(pool.acquire().reactionId()).isEqualTo(5);
        }
    }

    @Test
    void aViewThatWasGivenBackThrows() {
        try (StructPool<Reaction> pool = builder(100).buildUnchecked()) {
            Reaction reaction = pool.acquire();
            pool.release(reaction);
            assertThatThrownBy(reaction::reactionId).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> reaction.reactionId(1)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(reaction::structSegment).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 1_000})
    void aDoubleReleaseIsFound(int capacity) throws InterruptedException {
        try (StructPool<Reaction> pool = builder(capacity).buildUnchecked()) {
            Reaction reaction = pool.acquire();
            pool.release(reaction);
            assertThatThrownBy(() -> pool.release(reaction))
                    .isInstanceOfSatisfying(
                            LeaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.DOUBLE_RELEASE));
            inAnotherThread(() -> assertThatThrownBy(() -> pool.release(reaction))
                    .isInstanceOfSatisfying(
                            LeaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.DOUBLE_RELEASE)));
            assertThat(pool.inUse()).isZero();
        }
    }

    @Test
    void whatIsNotOfThePoolIsRefused() {
        try (StructPool<Reaction> pool = builder(100).buildUnchecked();
                StructPool<Reaction> other = builder(100).buildUnchecked();
                Arena arena = Arena.ofConfined()) {
            Reaction acquired = pool.acquire();
            for (Reaction foreign :
                    List.of(other.acquire(), Reaction.allocate(arena), Reaction.at(acquired.structSegment()))) {
                assertThatThrownBy(() -> pool.release(foreign))
                        .isInstanceOfSatisfying(
                                LeaseException.class,
                                e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.FOREIGN_RELEASE));
            }
            assertThat(pool.inUse()).isEqualTo(1);
        }
    }

    @Test
    void growsByDoublingUpToItsLimit() {
        try (StructPool<Reaction> pool = builder(100).growTo(350).buildUnchecked()) {
            List<Reaction> all = acquire(pool, 101);
            assertThat(pool.capacity()).isEqualTo(200);
            all.addAll(acquire(pool, 249));
            assertThat(pool.capacity()).isEqualTo(350);
            assertThat(pool.inUse()).isEqualTo(350);
            assertThatThrownBy(pool::acquire)
                    .isInstanceOf(PoolExhaustedException.class)
                    .hasMessageContaining("350");
            assertDistinct(all);
            all.forEach(reaction -> assertThat(reaction.userId()).isZero());
            all.forEach(pool::release);
            assertThat(pool.inUse()).isZero();
            assertDistinct(acquire(pool, 350));
            assertThat(pool.highWater()).isEqualTo(350);
        }
    }

    @Test
    void growsFromOneToMany() {
        try (StructPool<Reaction> pool = builder(1).growTo(100_000).buildUnchecked()) {
            assertDistinct(acquire(pool, 100_000));
            assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class);
        }
    }

    @Test
    void fallsBackToMemoryWithTheSamePromises() {
        try (StructPool<Reaction> pool = builder(2).fallBack().buildUnchecked()) {
            acquire(pool, 2);
            Reaction beyond = pool.acquire();
            assertThat(beyond.reactionId(3).reactionId()).isEqualTo(3);
            assertThat(pool.inUse()).isEqualTo(3);
            assertThat(pool.capacity()).isEqualTo(2);
            pool.release(beyond);
            assertThat(pool.inUse()).isEqualTo(2);
            assertThat(pool.highWater()).isEqualTo(3);
            assertThatThrownBy(beyond::reactionId).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> pool.release(beyond))
                    .isInstanceOfSatisfying(
                            LeaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.DOUBLE_RELEASE));
        }
    }

    @Test
    void closingFreesAndPoisons() {
        StructPool<Reaction> pool = builder(100).buildUnchecked();
        Reaction held = pool.acquire();
        Reaction free = pool.acquire();
        pool.release(free);
        assertThat(pool.isShared()).isTrue();
        pool.close();
        assertThatThrownBy(held::reactionId).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(free::reactionId).isInstanceOf(RuntimeException.class);
        assertThatIllegalStateException().isThrownBy(pool::acquire).withMessageContaining("is closed; make another");
        assertThatIllegalStateException().isThrownBy(() -> pool.release(held)).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(pool::close).withMessageContaining("is closed");
        assertThat(pool.inUse()).isZero();
        assertThat(pool).hasToString("pool of social.Reaction: 0 of 100 in use");
    }

    @Test
    void defaultsOfTheSchemaAreThereEachTime() {
        try (StructPool<Post> pool =
                StructPool.builder(Post.TYPE).shared().capacity(50).buildUnchecked()) {
            Post post = pool.acquire();
            post.content("text");
            pool.release(post);
            assertThat(pool.acquire().content()).isEmpty();
        }
    }

    @Test
    void aStructWithoutChildBytesHasNoAllocator() {
        try (StructPool<Reaction> pool = builder(10).buildUnchecked()) {
            Reaction reaction = pool.acquire();
            assertThatThrownBy(() -> pool.allocator(reaction))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("childBytes(n)");
        }
    }

    @Test
    void whatAStructPointsToIsItsOwnWhoeverAllocatesIt() throws InterruptedException {
        try (StructPool<Reaction> pool = builder(100).childBytes(256).buildUnchecked()) {
            Reaction first = pool.acquire();
            Reaction second = pool.acquire();
            MemorySegment ofFirst = pool.allocator(first).allocate(200).fill((byte) 1);
            MemorySegment ofSecond = pool.allocator(second).allocate(200).fill((byte) 2);
            inAnotherThread(() -> {
                pool.allocator(first).allocate(10_000).fill((byte) 3);
                assertThat(ofFirst.get(ValueLayout.JAVA_BYTE, 199)).isEqualTo((byte) 1);
                pool.release(first);
                assertThat(ofSecond.get(ValueLayout.JAVA_BYTE, 199)).isEqualTo((byte) 2);
            });
            assertThatThrownBy(() -> pool.allocator(first))
                    .isInstanceOfSatisfying(
                            LeaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.USE_AFTER_RELEASE));
            pool.release(second);
            Reaction again = pool.acquire();
            assertThat(again).isSameAs(second);
            assertThat(pool.allocator(again).allocate(200).get(ValueLayout.JAVA_BYTE, 199))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatStructsPointToIsFreedWithThem(boolean released) throws InterruptedException {
        long before = NativeAccount.settledBytes();
        StructPool<Reaction> pool = builder(2).fallBack().childBytes(1 << 20).buildUnchecked();
        List<Reaction> all = acquire(pool, 4);
        all.forEach(reaction -> pool.allocator(reaction).allocate(1_000));
        assertThat(NativeAccount.bytes()).isGreaterThanOrEqualTo(before + (4 << 20));
        if (released) {
            all.forEach(pool::release);
            // The two slots keep their blocks for the next to use them; the fallbacks are gone.
            assertThat(NativeAccount.bytes()).isBetween(before + (2 << 20), before + (3 << 20));
        }
        pool.close();
        assertThat(NativeAccount.bytes()).isLessThan(before + NativeAccount.OF_OTHERS);
    }

    @Test
    void aStructOfAnotherPoolHasNoAllocatorHere() {
        try (StructPool<Reaction> pool = builder(10).childBytes(64).buildUnchecked();
                StructPool<Reaction> other = builder(10).childBytes(64).buildUnchecked()) {
            Reaction foreign = other.acquire();
            assertThatThrownBy(() -> pool.allocator(foreign))
                    .isInstanceOfSatisfying(
                            LeaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.FOREIGN_RELEASE));
        }
    }

    @Test
    @SuppressWarnings("restricted")
    void closingUnderANativeCallSaysSoAndChangesNothing() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle qsort = linker.downcallHandle(
                linker.defaultLookup().find("qsort").orElseThrow(),
                FunctionDescriptor.ofVoid(
                        ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        AtomicReference<Exception> thrown = new AtomicReference<>();
        try (Arena arena = Arena.ofConfined();
                StructPool<Reaction> pool = builder(100).fallBack().buildUnchecked()) {
            MethodHandle compare = MethodHandles.insertArguments(
                    MethodHandles.lookup()
                            .findStatic(
                                    SharedPoolTest.class,
                                    "tryToRun",
                                    MethodType.methodType(
                                            int.class,
                                            Runnable.class,
                                            AtomicReference.class,
                                            MemorySegment.class,
                                            MemorySegment.class)),
                    0,
                    (Runnable) pool::close,
                    thrown);
            MemorySegment comparator = linker.upcallStub(
                    compare,
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS),
                    arena);
            Reaction reaction = pool.acquire().reactionId(5);
            qsort.invokeExact(reaction.structSegment(), 2L, 8L, comparator);
            assertThat(thrown.get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("pool of social.Reaction: a native call is using its memory");
            assertThat(pool.inUse()).isEqualTo(1);
            pool.release(reaction);
            assertThat(pool.acquire()).isSameAs(reaction);
        }
    }

    static int tryToRun(Runnable work, AtomicReference<Exception> thrown, MemorySegment left, MemorySegment right) {
        try {
            work.run();
        } catch (RuntimeException e) {
            thrown.set(e);
        }
        return 0;
    }

    @Test
    void aPoolThatWasDroppedIsFreed() throws InterruptedException {
        long before = NativeAccount.settledBytes();
        long size = 100_000 * Reaction.SIZE;
        useAndDrop(100_000);
        assertThat(NativeAccount.bytes()).isGreaterThanOrEqualTo(before + size);
        for (int i = 0; i < 100 && NativeAccount.bytes() >= before + NativeAccount.OF_OTHERS; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(NativeAccount.bytes()).isLessThan(before + NativeAccount.OF_OTHERS);
    }

    private static void useAndDrop(int capacity) throws InterruptedException {
        StructPool<Reaction> pool = builder(capacity).buildUnchecked();
        pool.release(pool.acquire());
        inAnotherThread(pool::acquire);
    }

    @Test
    void acquireAndReleaseLeaveNoGarbage() {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        try (StructPool<Reaction> pool = builder(1_000).buildUnchecked();
                StructPool<Reaction> small = builder(10).buildUnchecked()) {
            Reaction[] held = new Reaction[200];
            long least = Long.MAX_VALUE;
            for (int attempt = 0; attempt < 20; attempt++) { // until all of it is compiled
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 20_000; i++) {
                    small.release(small.acquire());
                    pool.release(pool.acquire());
                }
                for (int i = 0; i < 100; i++) {
                    exchangeBatches(pool, held);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).isLessThan(4_096); // of 80,000 operations
        }
    }

    private static void exchangeBatches(StructPool<Reaction> pool, Reaction[] held) {
        for (int i = 0; i < held.length; i++) {
            held[i] = pool.acquire();
        }
        for (Reaction reaction : held) {
            pool.release(reaction);
        }
    }
}
