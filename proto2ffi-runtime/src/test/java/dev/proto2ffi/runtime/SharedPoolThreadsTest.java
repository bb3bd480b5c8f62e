package dev.proto2ffi.runtime;

import static dev.proto2ffi.runtime.SharedPools.acquire;
import static dev.proto2ffi.runtime.SharedPools.assertDistinct;
import static dev.proto2ffi.runtime.SharedPools.builder;
import static dev.proto2ffi.runtime.SharedPools.inAnotherThread;
import static dev.proto2ffi.runtime.SharedPools.runToItsEnd;
import static dev.proto2ffi.runtime.SharedPools.threadAt;
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
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
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
    void aPlaceAmongTheFirstThreadsGoesToTheNextOneOnceItsThreadHasDied(int living) throws Exception {
        try (StructPool<Reaction> pool = builder(1_000).buildUnchecked();
                Threads firsts = new Threads(living)) {
            List<Reaction> kept = new ArrayList<>();
            for (ExecutorService first : firsts.each()) {
                kept.add(first.submit(() -> pool.acquire()).get());
            }
            // More than there are caches, so that most of these inherit one, with a stack of free views or without.
            for (int i = 0; i < 100; i++) {
                int most = 1 + i % 7;
                runToItsEnd(threadAt(3, 4, () -> {
                    makeTrips(pool, most, kept);
                    assertThat(isAmongFirst(pool)).isEqualTo(living < 2);
                }));
                for (ExecutorService first : firsts.each()) {
                    first.submit(() -> {
                                makeTrips(pool, most, kept);
                                assertThat(isAmongFirst(pool)).isTrue();
                            })
                            .get();
                }
                assertThat(pool.inUse()).isEqualTo(living);
            }
            List<Reaction> all = acquire(pool, 1_000 - living);
            all.addAll(kept);
            assertDistinct(all);
        }
    }

    private static void makeTrips(StructPool<Reaction> pool, int most, List<Reaction> kept) {
        for (int trip = 0; trip < 200; trip++) {
            List<Reaction> some = acquire(pool, 1 + trip % most);
            assertDistinct(some);
            assertThat(some).noneMatch(kept::contains);
            some.forEach(pool::release);
        }
    }

    private static boolean isAmongFirst(StructPool<Reaction> pool) {
        return ((FirstThreads<?>) pool).isAmongFirst(Thread.currentThread().threadId());
    }

    @Test
    void twoThreadsThatComeAtTheSameTimeAreBothAmongTheFirst() throws Exception {
        try (Threads two = new Threads(2)) {
            for (int i = 0; i < 1_000; i++) {
                try (StructPool<Reaction> pool = builder(1_000).buildUnchecked()) {
                    CyclicBarrier start = new CyclicBarrier(2);
                    List<Future<Boolean>> among = new ArrayList<>();
                    for (ExecutorService one : two.each()) {
                        among.add(one.submit(() -> {
                            start.await();
                            pool.release(pool.acquire());
                            return isAmongFirst(pool);
                        }));
                    }
                    for (Future<Boolean> one : among) {
                        assertThat(one.get()).isTrue();
                    }
                }
            }
        }
    }

    /** Threads whose numbers agree look at the same place first: the others find theirs elsewhere, and keep it. */
    @Test
    void threadsOfOnePlaceHaveCachesOfTheirOwn() throws Exception {
        List<ExecutorService> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            threads.add(Executors.newSingleThreadExecutor(work -> threadAt(0, 256, work)));
        }
        try (StructPool<Reaction> pool = builder(1_000).buildUnchecked()) {
            List<Reaction> hot = new ArrayList<>();
            for (ExecutorService thread : threads) {
                hot.add(thread.submit(() -> trip(pool)).get());
            }
            assertThat(hot).doesNotHaveDuplicates();
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 3; i++) {
                    assertThat(threads.get(i).submit(() -> trip(pool)).get()).isSameAs(hot.get(i));
                }
            }
        } finally {
            threads.forEach(ExecutorService::close);
        }
    }

    private static Reaction trip(StructPool<Reaction> pool) {
        Reaction reaction = pool.acquire();
        pool.release(reaction);
        return reaction;
    }

    /** 0, 1 or 2 other threads were there before; the pool itself has fields of two. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatAnotherThreadGaveBackIsNotTheOnesAnyMoreWhoHadIt(int before) throws Exception {
        try (StructPool<Reaction> pool = builder(1_000).buildUnchecked();
                Threads threads = new Threads(3)) {
            for (int i = 0; i < before; i++) {
                threads.each().get(i).submit(() -> pool.release(pool.acquire())).get();
            }
            ExecutorService one = threads.each().get(before);
            ExecutorService other = threads.each().get((before + 1) % 3);
            Reaction hot = one.submit(() -> pool.acquire()).get();
            one.submit(() -> pool.release(hot)).get();
            assertThat(one.submit(() -> isAmongFirst(pool)).get()).isEqualTo(before < 2);
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
        try (Threads threads = new Threads(before + 1)) {
            StructPool<Reaction> pool = builder(1_000).buildUnchecked();
            for (ExecutorService thread : threads.each()) {
                thread.submit(() -> pool.release(pool.acquire())).get();
            }
            ExecutorService last = threads.each().get(before);
            assertThat(last.submit(() -> isAmongFirst(pool)).get()).isEqualTo(before < 2);
            pool.close();
            assertThatThrownBy(() -> last.submit(() -> pool.acquire()).get())
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is closed");

            StructPool<Reaction> inUse = builder(1_000).buildUnchecked();
            List<Reaction> held = new ArrayList<>();
            for (ExecutorService thread : threads.each()) {
                held.add(thread.submit(() -> inUse.acquire()).get());
            }
            inUse.close();
            assertThatThrownBy(() ->
                            last.submit(() -> inUse.release(held.get(before))).get())
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is closed");
        }
    }

    /** Which is also one that has just become one of the first, or is about to. */
    @Test
    void aThreadThatComesWhileAnotherClosesNoticesToo() throws Exception {
        try (Threads threads = new Threads(1)) {
            ExecutorService other = threads.each().get(0);
            for (int i = 0; i < 2_000; i++) {
                StructPool<Reaction> pool = builder(1_000).zeroed(false).buildUnchecked();
                CyclicBarrier start = new CyclicBarrier(2);
                Future<?> comes = other.submit(() -> {
                    start.await();
                    return pool.acquire();
                });
                start.await();
                pool.close();
                try {
                    comes.get();
                } catch (ExecutionException e) {
                    assertThat(e).cause().isInstanceOf(IllegalStateException.class);
                }
                assertThatThrownBy(() -> other.submit(() -> pool.acquire()).get())
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("is closed");
            }
        }
    }

    /** Threads that live until they are closed, each for tasks of its own. */
    private static final class Threads implements AutoCloseable {
        private final List<ExecutorService> each = new ArrayList<>();

        Threads(int count) {
            for (int i = 0; i < count; i++) {
                int place = i;
                each.add(Executors.newSingleThreadExecutor(work -> threadAt(place, 4, work)));
            }
        }

        List<ExecutorService> each() {
            return each;
        }

        @Override
        public void close() {
            each.forEach(ExecutorService::close);
        }
    }
}
