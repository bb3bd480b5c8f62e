package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.ThreadCache.Claim;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The caches of a shared pool, and a table that leads a thread from its number to its own, so that it needs no
 * {@code ThreadLocal}. Where the numbers of living threads agree as far as the table tells them apart it leads to the cache
 * of the first, and the others look for theirs each time. A thread whose places are all taken by living threads has no
 * cache, and neither has a virtual one, since there may be millions of those.
 */
final class ThreadCaches {
    /**
     * The length of a table. Constant, so that looking into it takes two instructions less; there can't be more caches.
     * If there are fewer, each has several entries at first.
     */
    static final int TABLE = 256;

    /** A table whose one cache nobody can own: of pools that have none, and of those that were closed. */
    static final ThreadCache[] NONE = table(new ThreadCache[] {new ThreadCache(1, 0, 0)});

    /** Enough places for more threads than can run at the same time, so that few of them meet. */
    private static final int PLACES_PER_PROCESSOR = 4;

    /** How many caches a thread asks for at most, one after the other. */
    private static final int PLACES_OF_THREAD = 4;

    /** Odd, so that they are different ones; and not 1, since threads that are started together have numbers in a row. */
    private static final int PLACES_APART = 5;

    /** A batch of fewer slots isn't worth a cache. */
    private static final int SMALLEST_BATCH = 2;

    private static final int USEFUL_BATCH = 4;
    private static final int LARGEST_BATCH = 32;

    /** A cache keeps two batches of used slots, so that it is half full after each exchange, and one of unused ones. */
    private static final int BATCHES = 3;

    /** The slot beside the stack. */
    private static final int HOT = 1;

    /** The caches of a pool may take a quarter of its capacity in addition to it. */
    private static final int PART_OF_CAPACITY = 4;

    /** A power of two of them, or none. */
    private final ThreadCache[] caches;

    private final ThreadCache[] table;
    private final int batch;

    /** How many of the caches a thread asks for. */
    private final int places;

    /** How many caches ever had an owner. It never falls: a dead thread's cache is its owner's until the next one takes it. */
    private final AtomicInteger claimed = new AtomicInteger();

    ThreadCaches(int capacity) {
        int room = capacity / PART_OF_CAPACITY;
        int count = Integer.highestOneBit(Runtime.getRuntime().availableProcessors() * PLACES_PER_PROCESSOR * 2 - 1);
        while (count > 1 && (count > TABLE || room / count < USEFUL_BATCH * BATCHES + HOT)) {
            count /= 2;
        }
        int perCache = Math.min((room / count - HOT) / BATCHES, LARGEST_BATCH);
        if (perCache < SMALLEST_BATCH) {
            batch = 0;
            caches = new ThreadCache[0];
            table = NONE;
            places = 0;
            return;
        }
        batch = perCache;
        caches = new ThreadCache[count];
        for (int i = 0; i < count; i++) {
            caches[i] = new ThreadCache(i + 1, (BATCHES - 1) * batch, batch);
        }
        table = table(caches);
        places = Math.min(PLACES_OF_THREAD, count);
    }

    private static ThreadCache[] table(ThreadCache[] caches) {
        ThreadCache[] table = new ThreadCache[TABLE];
        for (int i = 0; i < TABLE; i++) {
            table[i] = caches[i & caches.length - 1];
        }
        return table;
    }

    /** What a thread finds its cache in: the entry is the thread's number, as far as it fits. */
    ThreadCache[] table() {
        return table;
    }

    /** The most slots that may be in one cache. */
    int perCache() {
        return batch == 0 ? 0 : batch * BATCHES + HOT;
    }

    /** The most slots that may be in all of them. */
    int slots() {
        return caches.length * perCache();
    }

    /**
     * How many slots a thread must leave in the stock: the share of every cache that is known to be empty, because it
     * never had an owner, or because it is the thread's own, which turns to the stock when it is empty.
     */
    int reserve(boolean ofOwner) {
        return slots() - (claimed.get() - (ofOwner ? 1 : 0)) * perCache();
    }

    /** The thread's cache, claimed now if need be, and from now on in the table if it can be; null if it has none. */
    @Nullable ThreadCache of(Thread thread) {
        if (batch == 0 || thread.isVirtual()) {
            return null;
        }
        int number = (int) thread.threadId();
        ThreadCache free;
        do {
            free = null;
            for (int i = 0; i < places; i++) {
                ThreadCache cache = place(number, i);
                if (cache.isOwnedBy(thread)) {
                    return inTable(cache, number);
                }
                if (free == null && cache.isFree()) {
                    free = cache;
                }
            }
            if (free == null) {
                return null;
            }
        } while (!claim(free, thread)); // another thread was faster: look again
        return inTable(free, number);
    }

    private ThreadCache place(int number, int i) {
        return caches[number + i * PLACES_APART & caches.length - 1];
    }

    /**
     * Leads the thread of that number to its cache. Threads whose numbers agree as far as they fit have one entry, which then stays
     * that of the one which has it, as long as it lives: else they would take it from each other again and again.
     */
    private ThreadCache inTable(ThreadCache cache, int number) {
        int entry = number & TABLE - 1;
        ThreadCache current = table[entry];
        if (current != cache && !current.isOwnedByLivingAt(entry)) {
            table[entry] = cache;
        }
        return cache;
    }

    private boolean claim(ThreadCache cache, Thread thread) {
        Claim claim = cache.claim(thread);
        if (claim == Claim.NEW) {
            claimed.incrementAndGet();
        }
        return claim != Claim.TAKEN;
    }

    /** For counters: how many slots are in the caches, of some moment for each. */
    int size() {
        int size = 0;
        for (ThreadCache cache : caches) {
            size += cache.size();
        }
        return size;
    }
}
