package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.runtime.social.Post;
import dev.proto2ffi.runtime.social.Reaction;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool itself, made without its builder so that the checked mode doesn't wrap it. */
@Timeout(60)
class SharedPoolTest {

    private static PoolBuilder<Reaction> builder(int capacity) {
        return StructPool.builder(Reaction.TYPE).shared().capacity(capacity);
    }

    private static List<Reaction> acquire(StructPool<Reaction> pool, int count) {
        List<Reaction> structs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            structs.add(pool.acquire());
        }
        return structs;
    }

    private static void assertDistinct(List<Reaction> structs) {
        assertThat(structs.stream().map(Reaction::structAddress).distinct()).hasSameSizeAs(structs);
    }

    private static void inAnotherThread(Runnable work) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((where, error) -> failure.set(error));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 23, 24, 25, 48, 100, 1_024, 5_000})
    void oneThreadGetsTheCapacityAndNoMore(int capacity) {
        try (StructPool<Reaction> pool = new SharedPool<>(builder(capacity))) {
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
        try (StructPool<Reaction> pool = new SharedPool<>(builder(1_024))) {
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
        try (StructPool<Reaction> pool = new SharedPool<>(builder(100))) {
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
        try (StructPool<Reaction> pool = new SharedPool<>(builder(100).zeroed(false))) {
            Reaction reaction = pool.acquire();
            assertThat(reaction.reactionId()).isZero();
            reaction.reactionId(5);
            pool.release(reaction);
            assertThat(pool.acquire().reactionId()).isEqualTo(5);
        }
    }

    @Test
    void aViewThatWasGivenBackThrows() {
        try (StructPool<Reaction> pool = new SharedPool<>(builder(100))) {
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
        try (StructPool<Reaction> pool = new SharedPool<>(builder(capacity))) {
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
        try (StructPool<Reaction> pool = new SharedPool<>(builder(100));
                StructPool<Reaction> other = new SharedPool<>(builder(100));
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
        try (StructPool<Reaction> pool = new SharedPool<>(builder(100).growTo(350))) {
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
        try (StructPool<Reaction> pool = new SharedPool<>(builder(1).growTo(100_000))) {
            assertDistinct(acquire(pool, 100_000));
            assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class);
        }
    }

    @Test
    void fallsBackToMemoryWithTheSamePromises() {
        try (StructPool<Reaction> pool = new SharedPool<>(builder(2).fallBack())) {
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
    void nobodyIsRefusedBelowTheCapacityWhateverLivingThreadsKeep() throws InterruptedException {
        int capacity = 100;
        try (StructPool<Reaction> pool = new SharedPool<>(builder(capacity))) {
            int threads = 32; // more than there are caches
            CountDownLatch idle = new CountDownLatch(threads);
            CountDownLatch done = new CountDownLatch(1);
            List<Thread> started = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread thread = new Thread(() -> {
                    acquire(pool, capacity).forEach(pool::release);
                    idle.countDown();
                    awaitQuietly(done);
                });
                started.add(thread);
                thread.start();
                thread.join(1); // one after the other, mostly: all of them together want more than there is
                while (idle.getCount() > threads - 1 - i) {
                    Thread.onSpinWait();
                }
            }
            idle.await();
            assertThat(pool.inUse()).isZero();
            List<Reaction> all = acquire(pool, capacity);
            assertDistinct(all);
            assertThat(pool.inUse()).isEqualTo(capacity);
            List<Reaction> extra = new ArrayList<>();
            assertThatThrownBy(() -> {
                        while (true) {
                            extra.add(pool.acquire());
                        }
                    })
                    .isInstanceOf(PoolExhaustedException.class);
            assertThat(extra).hasSizeLessThanOrEqualTo(capacity / 4);
            done.countDown();
            for (Thread thread : started) {
                thread.join();
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theCacheOfADeadThreadIsInherited() throws InterruptedException {
        try (StructPool<Reaction> pool = new SharedPool<>(builder(100))) {
            // So many threads, one after the other, that each place of the table is inherited several times.
            for (int i = 0; i < 200; i++) {
                inAnotherThread(() -> {
                    List<Reaction> all = acquire(pool, 100);
                    all.forEach(reaction -> reaction.userId(7));
                    all.forEach(pool::release);
                });
            }
            Set<Reaction> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            seen.addAll(acquire(pool, 100));
            assertThat(seen).hasSize(100).allMatch(reaction -> reaction.userId() == 0);
            assertThat(pool.highWater()).isBetween(100, 125);
        }
    }

    @Test
    void anotherThreadMayRelease() throws Exception {
        int count = 50_000;
        SynchronousQueue<Reaction> queue = new SynchronousQueue<>();
        try (StructPool<Reaction> pool = new SharedPool<>(builder(64))) {
            Thread consumer = new Thread(() -> {
                for (int i = 0; i < count; i++) {
                    try {
                        Reaction reaction = queue.take();
                        if (reaction.reactionId() != i) {
                            return;
                        }
                        pool.release(reaction);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
            consumer.start();
            for (int i = 0; i < count; i++) {
                queue.put(pool.acquire().reactionId(i));
            }
            consumer.join();
            assertThat(pool.inUse()).isZero();
        }
    }

    @Test
    void thousandsOfVirtualThreadsShareIt() throws Exception {
        int threads = 5_000;
        try (StructPool<Reaction> pool = new SharedPool<>(builder(16).growTo(8_192));
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                long id = i;
                results.add(executor.submit(() -> {
                    Reaction reaction = pool.acquire().reactionId(id).userId(~id);
                    Thread.sleep(1);
                    boolean kept = reaction.reactionId() == id && reaction.userId() == ~id;
                    pool.release(reaction);
                    return kept;
                }));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
            assertThat(pool.inUse()).isZero();
        }
    }

    @Test
    void closingFreesAndPoisons() {
        StructPool<Reaction> pool = new SharedPool<>(builder(100));
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
    void anotherThreadMayClose() throws InterruptedException {
        StructPool<Reaction> pool = new SharedPool<>(builder(100).fallBack());
        List<Reaction> all = acquire(pool, 101);
        pool.release(all.get(5));
        inAnotherThread(pool::close);
        for (Reaction reaction : all) {
            assertThatThrownBy(reaction::reactionId).isInstanceOf(RuntimeException.class);
        }
        assertThatIllegalStateException().isThrownBy(pool::acquire).withMessageContaining("is closed");
    }

    @Test
    void defaultsOfTheSchemaAreThereEachTime() {
        try (StructPool<Post> pool =
                new SharedPool<>(StructPool.builder(Post.TYPE).shared().capacity(50))) {
            Post post = pool.acquire();
            post.content("text");
            pool.release(post);
            assertThat(pool.acquire().content()).isEmpty();
        }
    }

    @Test
    void aStructWithoutChildBytesHasNoAllocator() {
        try (StructPool<Reaction> pool = new SharedPool<>(builder(10))) {
            Reaction reaction = pool.acquire();
            assertThatThrownBy(() -> pool.allocator(reaction))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("childBytes(n)");
        }
    }
}
