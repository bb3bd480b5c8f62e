package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads share a pool of arenas, and a stack of blocks: no block has two users, and none is lost. */
@Timeout(120)
class ArenaPoolStressTest {
    private static final long SEED = Long.getLong("proto2ffi.seed", 20_261_122L);
    private static final int THREADS = 8;
    private static final int ROUNDS = 20_000;
    private static final int WORDS = 32;

    @Test
    void platformThreadsNeverShareABlock() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS);
                ArenaPool pool = pool(THREADS)) {
            run(executor, pool, THREADS, ROUNDS);
            assertThat(pool.inUse()).isZero();
            assertThat(pool.highWater()).isBetween(1, THREADS);
            assertThat(pool.capacity()).isLessThanOrEqualTo(THREADS);
        }
    }

    @Test
    void virtualThreadsNeverShareABlock() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                ArenaPool pool = pool(64)) {
            run(executor, pool, 1_000, 100);
            assertThat(pool.inUse()).isZero();
            assertThat(pool.highWater()).isBetween(1, 64);
        }
    }

    @Test
    void aPoolThatIsClosedUnderLoadFreesEachBlockOnce() throws Exception {
        for (int i = 0; i < 50; i++) {
            AtomicInteger refused = new AtomicInteger();
            ArenaPool pool = ArenaPool.builder()
                    .blockBytes(64)
                    .capacity(2)
                    .growTo(THREADS)
                    .pooledByJdk(0)
                    .build();
            List<Future<?>> all = new ArrayList<>();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int thread = 0; thread < THREADS; thread++) {
                    all.add(executor.submit(() -> {
                        while (refused.get() == 0) {
                            useUntilRefused(pool, refused);
                        }
                    }));
                }
                LockSupport.parkNanos(1);
                pool.close();
            }
            for (Future<?> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
            assertThat(refused.get()).isPositive();
            assertThat(pool.inUse()).isZero();
        }
    }

    private static void useUntilRefused(ArenaPool pool, AtomicInteger refused) {
        try (Arena arena = pool.acquire()) {
            MemorySegment segment = arena.allocate(64, 8);
            segment.set(ValueLayout.JAVA_LONG, 0, 1);
            assertThat(segment.get(ValueLayout.JAVA_LONG, 0)).isEqualTo(1);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("is closed");
            refused.incrementAndGet();
        }
    }

    @Test
    void theStackOfBlocksHandsOutEachNumberOnce() throws Exception {
        int numbers = 5;
        BlockStack stack = new BlockStack(numbers);
        assertThat(stack.pushAll(0, numbers)).isEqualTo(numbers);
        AtomicIntegerArray users = new AtomicIntegerArray(numbers);
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(executor.submit(() -> {
                    for (int i = 0; i < 10 * ROUNDS; i++) {
                        int number = stack.pop();
                        if (number >= 0) {
                            assertThat(users.incrementAndGet(number)).isEqualTo(1);
                            users.decrementAndGet(number);
                            stack.push(number);
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(stack.depth()).isEqualTo(numbers);
        List<Integer> left = new ArrayList<>();
        for (int number = stack.pop(); number >= 0; number = stack.pop()) {
            left.add(number);
        }
        assertThat(left).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(stack.pop()).isEqualTo(BlockStack.EMPTY);
        stack.push(3);
        assertThat(stack.close()).isEqualTo(1);
        assertThat(stack.pop()).isEqualTo(BlockStack.CLOSED);
        assertThat(stack.push(2)).isEqualTo(-2);
        assertThat(stack.close()).isEqualTo(BlockStack.CLOSED);
    }

    private static ArenaPool pool(int most) {
        return ArenaPool.builder()
                .blockBytes(WORDS * Long.BYTES)
                .capacity(1)
                .growTo(most)
                .fallBack()
                .pooledByJdk(0)
                .build();
    }

    private static void run(ExecutorService executor, ArenaPool pool, int threads, int rounds) throws Exception {
        List<Future<Long>> all = new ArrayList<>();
        for (int thread = 1; thread <= threads; thread++) {
            long seed = SEED + thread;
            all.add(executor.submit(() -> use(pool, seed, rounds)));
        }
        long words = 0;
        for (Future<Long> each : all) {
            words += each.get(100, TimeUnit.SECONDS);
        }
        assertThat(words).isPositive();
    }

    /** Writes marks of its own to all that it gets, and finds them there; answers how many. */
    private static long use(ArenaPool pool, long seed, int rounds) {
        SplittableRandom random = new SplittableRandom(seed);
        long words = 0;
        for (int round = 0; round < rounds; round++) {
            try (Arena arena = pool.acquire()) {
                List<MemorySegment> segments = new ArrayList<>();
                for (int i = random.nextInt(1, 5); i > 0; i--) {
                    MemorySegment segment = arena.allocate(random.nextInt(1, WORDS / 2) * 8L, 8);
                    for (long at = 0; at < segment.byteSize(); at += 8) {
                        check(segment.get(ValueLayout.JAVA_LONG, at) == 0, seed, "not zeroed");
                        segment.set(ValueLayout.JAVA_LONG, at, seed * 31 + round);
                        words++;
                    }
                    segments.add(segment);
                }
                if (round % 16 == 0) {
                    LockSupport.parkNanos(1);
                }
                for (MemorySegment segment : segments) {
                    for (long at = 0; at < segment.byteSize(); at += 8) {
                        check(segment.get(ValueLayout.JAVA_LONG, at) == seed * 31 + round, seed, "of another user");
                    }
                }
            }
        }
        return words;
    }

    private static void check(boolean holds, long seed, String what) {
        if (!holds) {
            throw new AssertionError("memory is " + what + ", seed " + seed);
        }
    }
}
