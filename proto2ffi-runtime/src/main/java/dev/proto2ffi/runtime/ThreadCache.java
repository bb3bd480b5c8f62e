package dev.proto2ffi.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A few free slots of a shared pool that one platform thread keeps for itself. Everything but {@link #owner} is touched
 * by the owner alone, with plain accesses; that is what makes the usual acquire and release cheap. Others only look at
 * the sizes, for counters.
 *
 * <p>Each cache changes hands at most when its owner is dead: {@code isAlive()} that answers false makes all that the
 * dead thread did happen before what the caller does next (JLS 17.4.4), so the new owner finds the cache, the views in
 * it and the structs' memory as the old one left them.
 */
@SuppressWarnings("ReferenceEquality") // threads and views are what they are, not what they equal
final class ThreadCache extends ThreadCacheState {
    private static final VarHandle OWNER;
    private static final VarHandle COUNT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            OWNER = lookup.findVarHandle(ThreadCacheState.class, "owner", Thread.class);
            COUNT = lookup.findVarHandle(ThreadCacheState.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // The other half of the padding; see CacheLinePadding.
    long unused0, unused1, unused2, unused3, unused4, unused5, unused6, unused7;
    long unused8, unused9, unused10, unused11, unused12, unused13, unused14, unused15;

    /**
     * @param number of this cache among those of its pool; from 1, and less than 2<sup>15</sup>
     * @param views how many it holds of slots that were used before
     * @param batch how many it exchanges with the stock at a time, and so holds of slots that were never used
     */
    ThreadCache(int number, int views, int batch) {
        super(number, views, batch);
    }

    /** Makes the thread the owner, if there is none or a dead one. Answers whether it was unowned so far. */
    Claim claim(Thread thread) {
        Thread seen = (Thread) OWNER.getVolatile(this);
        if (seen == thread) {
            return Claim.MINE;
        }
        long number = thread.threadId(); // first, so that a full stack can't leave it the thread's without its number
        // Not alive is also said of a thread that wasn't started; but an owner has claimed, so it was.
        if (seen != null && seen.isAlive() || !OWNER.compareAndSet(this, seen, thread)) {
            return Claim.TAKEN;
        }
        hotOwner = hot == null ? NOBODY : number;
        return seen == null ? Claim.NEW : Claim.MINE;
    }

    /** What came of asking for a cache. */
    enum Claim {
        /** The thread's, now or for long. */
        MINE,
        /** The thread's, and the first that it ever was. */
        NEW,
        /** Somebody else's. */
        TAKEN
    }

    /** Whether everything here is the calling thread's, given that {@code thread} is the calling thread. */
    boolean isOwnedBy(Thread thread) {
        return owner == thread;
    }

    /** Whether there is no owner, or a dead one; asked by any thread. */
    boolean isFree() {
        Thread seen = (Thread) OWNER.getVolatile(this);
        return seen == null || !seen.isAlive();
    }

    /** Whether the owner lives, and would look for its cache at that entry of a table; asked by any thread. */
    boolean isOwnedByLivingAt(int entry) {
        Thread seen = (Thread) OWNER.getVolatile(this);
        return seen != null && ((int) seen.threadId() & ThreadCaches.TABLE - 1) == entry && seen.isAlive();
    }

    /** Whether there is no view; there may be unused slots. The caller is the owner. */
    boolean isEmpty() {
        return count == 0 && !isHotFree();
    }

    private boolean isHotFree() {
        StructView view = hot;
        return view != null && view.address == hotFree;
    }

    /** Takes a view, of which there is one, poisoned as on the stack; the caller is the owner. */
    StructView pop() {
        if (isHotFree()) {
            hot.address = hotAddress | Access.NOWHERE;
            return hot;
        }
        return views[--count];
    }

    /**
     * Gives a view the place beside the stack for when it is given back the next time; the caller is the owner, and the
     * place is empty.
     *
     * @param view poisoned as on the stack
     */
    void keepHot(StructView view) {
        long address = view.address & Long.MAX_VALUE;
        if (address >>> ADDRESS_BITS != 0) {
            return; // no room for the cache's number
        }
        long number = owner.threadId(); // first, so that a full stack can't leave half of the rest
        hot = view;
        hotAddress = address;
        hotFree = poison | address;
        hotOwner = number;
    }

    /** Puts a view on top of {@code top} others; the caller is the owner. */
    void push(StructView view, int top) {
        // Most often the view that was acquired last, which still stands here. A store of a reference costs more than
        // a look, for the garbage collector wants to know of it.
        if (views[top] != view) {
            views[top] = view;
        }
        count = top + 1;
    }

    /** For counters: how many slots are here, at some moment that isn't long ago. */
    int size() {
        return (int) COUNT.getOpaque(this) + (isHotFree() ? 1 : 0) + Math.max(0, freshEnd - fresh);
    }
}

/** What a cache holds. */
class ThreadCacheState extends CacheLinePadding {
    /** No thread's number. */
    static final long NOBODY = 0;

    /**
     * Native addresses have no more, unless one asks for it; offsets are far smaller. Between them and the sign there is
     * room for the number of a cache.
     */
    static final int ADDRESS_BITS = 48;

    /** The only thread that may touch the rest. Read plainly, since a thread only asks whether it is the owner itself. */
    @Nullable Thread owner;

    /** The view that comes first if it is free, beside the others. See {@link ConfinedPool}, which has one too. */
    @Nullable StructView hot;

    /** Where the struct of {@link #hot} stands. */
    long hotAddress;

    /**
     * What the address of {@link #hot} is while it is free here: {@link #hotAddress}, poisoned, with the number of this
     * cache. So the view itself says whether it is here; on the stack, in the stock, or at another thread that gives it
     * the same place it has another address.
     */
    long hotFree;

    /**
     * The owner's {@link Thread#threadId} once there is a hot view, {@link #NOBODY} before. Read by all, and plainly: no
     * other thread ever had that number, so who reads its own has written it.
     */
    long hotOwner;

    /** The free views are those below this, the last given back on top, and the hot one. */
    int count;

    final @Nullable StructView[] views;

    /** Slots from {@code fresh} to before {@code freshEnd} are here too, and were never handed out. */
    int fresh;

    int freshEnd;

    /** Room for the numbers of the slots that go back to the stock, as many as go at a time. */
    final int[] batch;

    /** What {@link #hotFree} adds to an address. */
    final long poison;

    ThreadCacheState(int number, int views, int batch) {
        this.poison = Access.NOWHERE | (long) number << ADDRESS_BITS;
        this.views = new StructView[views];
        this.batch = new int[batch];
    }
}
