package dev.proto2ffi.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a shared pool's fast path looks at first: of two threads, what their {@link ThreadCache} has, in fields of the pool
 * itself. They are the first two that had a hot view, each until it has died: most often those that make most trips. That
 * saves them the way through the table of caches, a quarter of a trip, and costs others four comparisons.
 *
 * <p>The fields of each of the two have the names of the cache's. They are written when that thread fetches a batch, and by that
 * thread alone, plainly, as the cache is. Others compare the owner with their own number, and the hot view with their
 * own, and turn away.
 *
 * @param <T> the generated class
 */
abstract sealed class FirstThreads<T extends Struct> extends StructPool<T> permits SharedPool {
    /** {@link ThreadCache#hotOwner} of the one thread, {@link ThreadCache#NOBODY} before there was one and after close. */
    long firstOwner;

    @Nullable StructView firstHot;

    long firstAddress;
    long firstFree;

    /** The same of the other one, which is never the same thread. */
    long secondOwner;

    @Nullable StructView secondHot;

    long secondAddress;
    long secondFree;

    private @Nullable Thread first;
    private @Nullable Thread second;

    FirstThreads(StructType<T> type) {
        super(type);
    }

    /** Whether the thread of that number is one of the two; asked for the calling thread. */
    final boolean isAmongFirst(long number) {
        return firstOwner == number || secondOwner == number;
    }

    /**
     * {@link ThreadCache#keepHot} for the calling thread. Nothing is called between the cache's fields and the pool's: if the
     * stack were full there, the two would differ.
     */
    final void keepHot(ThreadCache cache, StructView view, long number) {
        cache.keepHot(view);
        if (firstOwner == number) {
            firstHot = cache.hot;
            firstAddress = cache.hotAddress;
            firstFree = cache.hotFree;
        } else if (secondOwner == number) {
            secondHot = cache.hot;
            secondAddress = cache.hotAddress;
            secondFree = cache.hotFree;
        }
    }

    /**
     * Whether there is none yet in one of the two places, or a dead one. If so, the calling thread sees all that the dead
     * one did; see {@link ThreadCache}.
     */
    final boolean hasPlace() {
        return isFree(first) || isFree(second);
    }

    private static boolean isFree(@Nullable Thread last) {
        return last == null || !last.isAlive();
    }

    /**
     * Makes the calling thread one of the two, if there is place; the caller holds a lock.
     *
     * @param cache the thread's, with a hot view
     * @param thread which isn't among them
     */
    final void join(ThreadCache cache, Thread thread) {
        if (isFree(first)) {
            firstHot = cache.hot;
            firstAddress = cache.hotAddress;
            firstFree = cache.hotFree;
            first = thread;
            firstOwner = cache.hotOwner;
        } else if (isFree(second)) {
            secondHot = cache.hot;
            secondAddress = cache.hotAddress;
            secondFree = cache.hotFree;
            second = thread;
            secondOwner = cache.hotOwner;
        }
    }

    /** Lets nobody find itself here any more. The rest stays, for a thread that just has. */
    final void forgetFirst() {
        firstOwner = ThreadCache.NOBODY;
        secondOwner = ThreadCache.NOBODY;
    }
}
