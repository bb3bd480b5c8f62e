package dev.proto2ffi.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What a shared pool's fast path looks at first: of two threads, what their {@link ThreadCache} has, in fields of the pool
 * itself. They are the first two that had a hot view, most often those that make most trips; the place of one that has died
 * goes to the next thread that comes by one of the slower ways. That saves the two the way through the table of caches, a
 * quarter of a trip, and costs others four comparisons.
 *
 * <p>The fields of each of the two have the names of the cache's, and are written by that thread alone, plainly, as the cache
 * is; but for the owner, which whoever closes the pool writes too. Others compare the owner with their own number, and turn
 * away. A thread becomes one of the two by a compare-and-set, without a lock. The next one after it sees all that it did, as
 * the next owner of a cache does.
 *
 * @param <T> the generated class
 */
abstract sealed class FirstThreads<T extends Struct> extends StructPool<T> permits SharedPool {
    private static final VarHandle FIRST;
    private static final VarHandle SECOND;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            FIRST = lookup.findVarHandle(FirstThreads.class, "first", Thread.class);
            SECOND = lookup.findVarHandle(FirstThreads.class, "second", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

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

    @SuppressWarnings("unused") // FIRST
    private @Nullable Thread first;

    @SuppressWarnings("unused") // SECOND
    private @Nullable Thread second;

    FirstThreads(StructType<T> type) {
        super(type);
    }

    /** Whether the calling thread, which has that number, is one of the two. */
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
     * Makes the calling thread one of the two if there is a place without a thread, or with a dead one. Then the caller must
     * look whether the pool is closed, and call {@link #forgetFirst} if it is.
     *
     * @param cache the thread's, with a hot view
     * @param thread which isn't one of them
     * @return whether it is now
     */
    final boolean join(ThreadCache cache, Thread thread) {
        if (takePlace(FIRST, thread)) {
            firstHot = cache.hot;
            firstAddress = cache.hotAddress;
            firstFree = cache.hotFree;
            firstOwner = cache.hotOwner;
        } else if (takePlace(SECOND, thread)) {
            secondHot = cache.hot;
            secondAddress = cache.hotAddress;
            secondFree = cache.hotFree;
            secondOwner = cache.hotOwner;
        } else {
            return false;
        }
        VarHandle.fullFence(); // see forgetFirst
        return true;
    }

    /** See {@link ThreadCache#claim}. */
    private boolean takePlace(VarHandle place, Thread thread) {
        Thread last = (Thread) place.getVolatile(this);
        return (last == null || !last.isAlive()) && place.compareAndSet(this, last, thread);
    }

    /**
     * Lets nobody find itself here any more; called once the pool says that it is closed. A thread that joins at the same time
     * looks whether it is closed after it has joined. Each writes before the fence and reads or writes after it, so either it
     * sees that, or its number is overwritten here. The rest stays, for a thread that has just found itself.
     */
    final void forgetFirst() {
        VarHandle.fullFence();
        firstOwner = ThreadCache.NOBODY;
        secondOwner = ThreadCache.NOBODY;
    }
}
