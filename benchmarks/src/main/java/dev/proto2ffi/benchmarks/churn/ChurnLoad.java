package dev.proto2ffi.benchmarks.churn;

import dev.proto2ffi.runtime.ArenaPool;
import dev.proto2ffi.runtime.Lease;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.SharedRegion;
import dev.proto2ffi.runtime.StructPool;
import dev.proto2ffi.runtime.StructView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import social.ffi.Comment;
import social.ffi.Post;

/**
 * Rounds of all that allocates: pools of both kinds, scratch arenas and pooled arenas are made, used beyond their first
 * capacity (so that they grow and fall back), by one thread, by several and by virtual ones; regions are created, mapped
 * once more and filled; then they are closed, or just dropped, at random from a seed. Sizes are such that a leak of one
 * in a hundred shows within a minute.
 */
final class ChurnLoad {
    private static final int CAPACITY = 64;
    private static final int GROWN = 4 * CAPACITY;
    private static final int BEYOND = GROWN + 8;

    /** Threads that use a shared pool at the same time. */
    private static final int USERS = 4;

    /** Bytes of a region. */
    private static final long REGION = 128 << 10;

    /** How the names of regions' files begin. */
    static final String REGION_NAME = "proto2ffi-churn-";

    /** One in that many is dropped where it could be closed. */
    private static final int DROPPED = 4;

    private final SplittableRandom random;
    private long rounds;

    ChurnLoad(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Rounds so far. */
    long rounds() {
        return rounds;
    }

    void runFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            round();
        }
    }

    /** Each kind of memory once. */
    void round() {
        confinedPool();
        sharedPool(Executors.newFixedThreadPool(USERS));
        sharedPool(Executors.newVirtualThreadPerTaskExecutor());
        scratchArena();
        arenaPool();
        region();
        rounds++;
    }

    private boolean isDropped() {
        return random.nextInt(DROPPED) == 0;
    }

    @SuppressWarnings("MustBeClosedChecker") // some are dropped, which is what is tried here
    private void confinedPool() {
        StructPool<Post> pool = StructPool.builder(Post.TYPE)
                .capacity(CAPACITY)
                .growTo(GROWN)
                .fallBack()
                .zeroed(random.nextBoolean())
                .build();
        fill(pool, BEYOND);
        if (random.nextBoolean()) {
            pool.acquire().postId(1); // closed while in use, or dropped with it
        }
        if (!isDropped()) {
            pool.close();
        }
    }

    private void sharedPool(ExecutorService threads) {
        StructPool<Comment> pool = StructPool.builder(Comment.TYPE)
                .capacity(CAPACITY)
                .growTo(GROWN)
                .fallBack()
                .shared()
                .build();
        try (threads) {
            List<Future<?>> users = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                users.add(threads.submit(() -> fill(pool, BEYOND / USERS + 1)));
            }
            for (Future<?> user : users) {
                user.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a user of the shared pool failed", e);
        }
        if (!isDropped()) {
            pool.close();
        }
    }

    /** Has that many in use at the same time, and gives all back. */
    private static <T extends StructView> void fill(StructPool<T> pool, int structs) {
        List<T> used = new ArrayList<>();
        for (int i = 0; i < structs; i++) {
            used.add(pool.acquire());
        }
        used.forEach(pool::release);
        for (int i = 0; i < structs; i++) {
            try (Lease<T> lease = pool.lease()) {
                lease.get().clear();
            }
        }
    }

    private void scratchArena() {
        ScratchArena scratch = ScratchArena.ofConfined(4_096);
        for (int i = 0; i < 100; i++) {
            long mark = scratch.mark();
            Post.allocateArray(scratch, 1 + random.nextInt(20)).get(0).postId(i);
            scratch.reset(mark);
        }
        Post.allocate(scratch).postId(1);
        if (!isDropped()) {
            scratch.close();
        }
    }

    private void arenaPool() {
        ArenaPool pool = ArenaPool.of(16 << 10, 4);
        for (int i = 0; i < 100; i++) {
            try (Arena first = pool.acquire();
                    Arena second = pool.acquire()) {
                Post.allocate(first).postId(i);
                Post.allocateArray(second, 1 + random.nextInt(8)).get(0).postId(i);
            }
        }
        if (!isDropped()) {
            pool.close();
        }
    }

    /** In a file that has lost its name by the time the region is used: only mappings keep its bytes. */
    @SuppressWarnings("MustBeClosedChecker") // some are dropped, which is what is tried here
    private void region() {
        Path file = Path.of(
                System.getProperty("java.io.tmpdir"),
                REGION_NAME + ProcessHandle.current().pid());
        try (SharedRegion region = SharedRegion.create(file, REGION).deleteOnClose()) {
            SharedRegion second = random.nextBoolean() ? SharedRegion.open(file) : SharedRegion.openReadOnly(file);
            Files.delete(file);
            long posts = region.remaining() / Post.SIZE;
            region.publish(Post.allocateArray(region, posts - 1));
            Post.allocate(region).postId(posts);
            second.rootArray(Post.TYPE).orElseThrow().get(posts - 2).contentSize();
            if (!isDropped()) {
                second.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Regions of rounds so far that are still mapped, -1 where {@code /proc} doesn't tell. */
    static long mappedRegions() {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.exists(maps)) {
            return -1;
        }
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.filter(line -> line.contains(REGION_NAME)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
