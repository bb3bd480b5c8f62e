package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.runtime.social.Reaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many more threads than processors, platform and virtual ones, long-lived and not, acquire structs, hold them, hand them
 * to each other and give them back. {@link StructAccount} accounts for every byte of each. What the threads may hold
 * together is the capacity that the pool may have, to the last struct: so it may refuse nobody.
 */
class SharedPoolStressTest {
    private static final long NANOS = 3_000_000_000L;

    private static final int WORKERS = 12;
    private static final int OF_WORKER = 50;
    private static final int VIRTUAL = 100;
    private static final int OF_VIRTUAL = 3;
    private static final int OF_MORTAL = 50;
    private static final int QUEUED = 50;
    private static final int ALL = WORKERS * OF_WORKER + VIRTUAL * OF_VIRTUAL + OF_MORTAL + QUEUED;

    private final BlockingQueue<Reaction> handover = new ArrayBlockingQueue<>(QUEUED);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong acquired = new AtomicLong();
    private final AtomicLong handedOver = new AtomicLong();

    /**
     * @param capacity at first: all that is needed, so that the pool may not grow; few, so that caches are there and it
     *     grows; or so few that it has no caches, and all meet at the stock
     */
    @ParameterizedTest
    @CsvSource({"1000, 1", "100, 2", "5, 3"})
    @Timeout(60)
    void everyStructAndEveryByteIsAccountedFor(int capacity, long seed) throws InterruptedException {
        assertThat(ALL).isEqualTo(1_000);
        long nativeBytes = NativeAccount.settledBytes();
        StructPool<Reaction> pool = StructPool.builder(Reaction.TYPE)
                .capacity(capacity)
                .growTo(ALL)
                .zeroed(false)
                .shared()
                .buildUnchecked();
        List<Thread> threads = start(pool, seed);
        long end = System.nanoTime() + NANOS;
        while (System.nanoTime() < end && failure.get() == null) {
            // Threads that die with structs in their caches, for others to inherit.
            Thread mortal = new Thread(guarded(() -> new Hands(pool, end, OF_MORTAL).work(5_000)));
            mortal.start();
            mortal.join();
        }
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        giveBackWhatIsQueued(pool);
        assertThat(failure.get()).isNull();
        System.out.printf(
                "SharedPoolStressTest, capacity %d: %,d structs acquired, %,d of them handed over, %,d bytes checked%n",
                capacity, acquired.get(), handedOver.get(), acquired.get() * Reaction.SIZE);

        assertThat(pool.inUse()).isZero();
        assertThat(pool.highWater()).isLessThanOrEqualTo(ALL + ALL / 4);
        assertAllSlotsAreThere(pool);
        long withPool = NativeAccount.bytes();
        pool.close();
        assertThat(withPool - NativeAccount.bytes()).isGreaterThanOrEqualTo(pool.capacity() * Reaction.SIZE);
        assertThat(NativeAccount.bytes()).isLessThan(nativeBytes + NativeAccount.OF_OTHERS);
    }

    private List<Thread> start(StructPool<Reaction> pool, long seed) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Hands hands = new Hands(pool, seed * 1_000 + i, OF_WORKER);
            threads.add(Thread.ofPlatform().start(guarded(() -> hands.work(Integer.MAX_VALUE))));
        }
        for (int i = 0; i < VIRTUAL; i++) {
            Hands hands = new Hands(pool, seed * 1_000_000 + i, OF_VIRTUAL);
            threads.add(Thread.ofVirtual().start(guarded(() -> hands.work(Integer.MAX_VALUE))));
        }
        return threads;
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
                stop.set(true);
            }
        };
    }

    private void giveBackWhatIsQueued(StructPool<Reaction> pool) {
        for (Reaction struct = handover.poll(); struct != null; struct = handover.poll()) {
            StructAccount.close(struct, StructAccount.stamp(struct));
            pool.release(struct);
        }
    }

    /** As many as the pool promises, each of them a place of its own within the slabs, as it was left. */
    private static void assertAllSlotsAreThere(StructPool<Reaction> pool) {
        Set<Long> addresses = new HashSet<>();
        List<Reaction> all = new ArrayList<>();
        for (int i = 0; i < pool.capacity(); i++) {
            Reaction struct = pool.acquire();
            StructAccount.open(struct, i + 1);
            all.add(struct);
            addresses.add(struct.structAddress());
        }
        assertThat(addresses).hasSize(pool.capacity());
        for (int i = 0; i < all.size(); i++) {
            StructAccount.close(all.get(i), i + 1);
            pool.release(all.get(i));
        }
        assertThat(pool.inUse()).isZero();
    }

    /** One thread and what it holds, up to so many. */
    private final class Hands {
        private final StructPool<Reaction> pool;
        private final SplittableRandom random;
        private final Reaction[] held;
        private int count;

        Hands(StructPool<Reaction> pool, long seed, int most) {
            this.pool = pool;
            this.random = new SplittableRandom(seed);
            this.held = new Reaction[most];
        }

        void work(int rounds) {
            long taken = 0;
            long passed = 0;
            for (int i = 0; i < rounds && !stop.get(); i++) {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> taken += acquire(random.nextInt(held.length) / 2 + 1);
                    case 3, 4 -> release(random.nextInt(held.length) + 1);
                    case 5 -> taken += acquireAndReleaseAtOnce(random.nextInt(50));
                    case 6 -> passed += pass();
                    default -> takeOver();
                }
                if (Thread.currentThread().isVirtual() && random.nextInt(16) == 0) {
                    LockSupport.parkNanos(1_000); // holds on to what it has, on another carrier perhaps
                }
            }
            release(count);
            acquired.addAndGet(taken);
            handedOver.addAndGet(passed);
        }

        private int acquire(int most) {
            int taken = Math.min(most, held.length - count);
            for (int i = 0; i < taken; i++) {
                held[count++] = one();
            }
            return taken;
        }

        private int acquireAndReleaseAtOnce(int times) {
            if (count == held.length) {
                return 0;
            }
            for (int i = 0; i < times; i++) {
                Reaction struct = one();
                StructAccount.close(struct, StructAccount.stamp(struct));
                pool.release(struct);
            }
            return times;
        }

        private Reaction one() {
            Reaction struct = pool.acquire();
            StructAccount.open(struct, random.nextLong() | 1);
            return struct;
        }

        private void release(int most) {
            for (int i = Math.min(most, count); i > 0; i--) {
                Reaction struct = removeAny();
                StructAccount.close(struct, StructAccount.stamp(struct));
                pool.release(struct);
            }
        }

        private int pass() {
            int passed = 0;
            while (count > 0) {
                Reaction struct = removeAny();
                if (!handover.offer(struct)) {
                    held[count++] = struct;
                    break;
                }
                passed++;
            }
            return passed;
        }

        private void takeOver() {
            while (count < held.length) {
                Reaction struct = handover.poll();
                if (struct == null) {
                    break;
                }
                StructAccount.verify(struct, StructAccount.stamp(struct));
                held[count++] = struct;
            }
        }

        private Reaction removeAny() {
            int place = random.nextInt(count);
            Reaction struct = held[place];
            held[place] = held[--count];
            return struct;
        }
    }
}
