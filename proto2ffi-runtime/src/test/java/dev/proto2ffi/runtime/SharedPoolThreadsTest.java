package dev.proto2ffi.runtime;

import static dev.proto2ffi.runtime.SharedPools.acquire;
import static dev.proto2ffi.runtime.SharedPools.assertDistinct;
import static dev.proto2ffi.runtime.SharedPools.builder;
import static dev.proto2ffi.runtime.SharedPools.inAnotherThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.runtime.social.Reaction;
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

/** The pool and its threads: what one leaves to the next, what one gives and another takes, and who may close. */
@Timeout(60)
class SharedPoolThreadsTest {
    @Test
    void nobodyIsRefusedBelowTheCapacityWhateverLivingThreadsKeep() throws InterruptedException {
        int capacity = 100;
        try (StructPool<Reaction> pool = builder(capacity).buildUnchecked()) {
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
                // One after the other: all of them together want more than there is.
                while (idle.getCount() > threads - 1 - i && thread.isAlive()) {
                    Thread.onSpinWait();
                }
            }
            assertThat(idle.getCount()).isZero();
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
        try (StructPool<Reaction> pool = builder(100).buildUnchecked()) {
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
    void aFullCacheOfADeadThreadIsInheritedWithEverythingInIt() throws InterruptedException {
        try (StructPool<Reaction> pool = builder(1_000).buildUnchecked()) {
            for (int number = 17; number < 200; number++) {
                int held = 1 + number % 60;
                inAnotherThread(() -> {
                    List<Reaction> reactions = new ArrayList<>();
                    for (int i = 0; i < held; i++) {
                        reactions.add(pool.acquire());
                    }
                    assertDistinct(reactions);
                    reactions.forEach(pool::release);
                });
                assertThat(pool.inUse()).isZero();
            }
        }
    }

    @Test
    void theNextThreadGetsWhatADeadOneHadInItsCache() throws InterruptedException {
        try (StructPool<Reaction> pool = builder(28).buildUnchecked()) { // the smallest with a cache, and only one
            AtomicReference<Reaction> left = new AtomicReference<>();
            inAnotherThread(() -> {
                left.set(pool.acquire());
                pool.release(left.get());
            });
            assertThat(pool.inUse()).isZero();
            inAnotherThread(() -> assertThat(pool.acquire()).isSameAs(left.get()));
            assertThat(pool.highWater()).isEqualTo(1);
        }
    }

    @Test
    void anotherThreadMayRelease() throws Exception {
        int count = 50_000;
        SynchronousQueue<Reaction> queue = new SynchronousQueue<>();
        try (StructPool<Reaction> pool = builder(64).buildUnchecked()) {
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
        try (StructPool<Reaction> pool = builder(16).growTo(8_192).buildUnchecked();
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
    void anotherThreadMayClose() throws InterruptedException {
        StructPool<Reaction> pool = builder(100).fallBack().buildUnchecked();
        List<Reaction> all = acquire(pool, 101);
        pool.release(all.get(5));
        inAnotherThread(pool::close);
        for (Reaction reaction : all) {
            assertThatThrownBy(reaction::reactionId).isInstanceOf(RuntimeException.class);
        }
        assertThatIllegalStateException().isThrownBy(pool::acquire).withMessageContaining("is closed");
    }

    /** What the pool itself keeps of two threads' caches goes to living threads when those have died. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void oneThreadAfterTheOtherIsAmongTheFirst(int living) throws Exception {
        try (StructPool<Reaction> pool = builder(1_000).buildUnchecked();
                ExecutorService firsts = Executors.newFixedThreadPool(2)) {
            List<Reaction> kept = new ArrayList<>();
            for (int i = 0; i < living; i++) { // each in a thread of its own
                kept.add(firsts.submit(() -> pool.acquire()).get());
            }
            inAnotherThread(() -> kept.add(pool.acquire()));
            for (int i = 0; i < 100; i++) {
                inAnotherThread(() -> makeTrips(pool, kept));
                firsts.submit(() -> makeTrips(pool, kept)).get();
                assertThat(pool.inUse()).isEqualTo(kept.size());
            }
            List<Reaction> all = acquire(pool, 1_000 - kept.size());
            all.addAll(kept);
            assertDistinct(all);
        }
    }

    private static void makeTrips(StructPool<Reaction> pool, List<Reaction> kept) {
        for (int trip = 0; trip < 200; trip++) {
            List<Reaction> some = acquire(pool, 1 + trip % 3);
            assertDistinct(some);
            assertThat(some).doesNotContainAnyElementsOf(kept);
            some.forEach(pool::release);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAnotherThreadGaveBackIsNotTheFirstThreadsAnyMore(boolean ofTheFirst) throws Exception {
        try (StructPool<Reaction> pool = builder(1_000).buildUnchecked();
                ExecutorService one = Executors.newSingleThreadExecutor();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            if (!ofTheFirst) {
                Reaction ofOther = other.submit(() -> pool.acquire()).get();
                other.submit(() -> pool.release(ofOther)).get();
            }
            Reaction hot = one.submit(() -> pool.acquire()).get();
            one.submit(() -> pool.release(hot)).get();
            assertThat(one.submit(() -> pool.acquire()).get()).isSameAs(hot);
            other.submit(() -> pool.release(hot)).get();

            assertThatThrownBy(() -> one.submit(() -> pool.release(hot)).get())
                    .cause()
                    .isInstanceOfSatisfying(
                            LeaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(LeaseException.Kind.DOUBLE_RELEASE));
            assertThat(one.submit(() -> pool.acquire()).get()).isNotSameAs(hot);
            List<Reaction> rest = other.submit(() -> acquire(pool, 999)).get();
            assertDistinct(rest);
            assertThat(rest).contains(hot);
            assertThat(pool.inUse()).isEqualTo(1_000);
            one.submit(() -> pool.release(hot)).get();
            assertThat(one.submit(() -> pool.acquire()).get()).isSameAs(hot);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aThreadNoticesThatAnotherHasClosedWhateverItsPlace(int before) throws Exception {
        try (ExecutorService firsts = Executors.newFixedThreadPool(2)) {
            StructPool<Reaction> pool = afterThreads(firsts, before);
            Reaction free = pool.acquire();
            pool.release(free);
            inAnotherThread(pool::close);
            assertThatIllegalStateException().isThrownBy(pool::acquire).withMessageContaining("is closed");

            StructPool<Reaction> inUse = afterThreads(firsts, before);
            Reaction held = inUse.acquire();
            inAnotherThread(inUse::close);
            assertThatIllegalStateException()
                    .isThrownBy(() -> inUse.release(held))
                    .withMessageContaining("is closed");
            assertThatIllegalStateException().isThrownBy(inUse::acquire).withMessageContaining("is closed");
        }
    }

    /** A pool that so many living threads used before. */
    private static StructPool<Reaction> afterThreads(ExecutorService threads, int count) throws Exception {
        StructPool<Reaction> pool = builder(1_000).buildUnchecked();
        CountDownLatch all = new CountDownLatch(count); // so that each is a thread of its own
        List<Future<?>> trips = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trips.add(threads.submit(() -> {
                pool.release(pool.acquire());
                all.countDown();
                awaitQuietly(all);
            }));
        }
        for (Future<?> trip : trips) {
            trip.get();
        }
        return pool;
    }
}
