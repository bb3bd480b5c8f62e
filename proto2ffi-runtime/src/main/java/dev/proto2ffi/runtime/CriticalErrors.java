package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;

/**
 * The {@code p2f_error} memory of critical calls. Such a call can't call back, so a thread needs one for life, whatever else
 * it is doing; it finds it by its number, which no other living thread has, and so nobody needs to own a place. Threads with
 * larger numbers than there are places do without: their calls take a {@link CallSlot}.
 */
final class CriticalErrors {
    /** What a thread without memory of its own gets. */
    static final long NONE = 0;

    /** Threads that are made when a program starts have small numbers; virtual threads count, too. */
    private static final int PLACES = 4_096;

    /** Native addresses, or {@link #NONE} before the first call. A place is written and read by the thread of its number. */
    private static final long[] ADDRESSES = new long[PLACES];

    private CriticalErrors() {}

    /** The native address for a call by the calling thread, or {@link #NONE}. */
    static long own() {
        long number = Thread.currentThread().threadId();
        return number < PLACES ? ADDRESSES[(int) number] : NONE;
    }

    /** Gives the calling thread memory, if it has none and may have some: it is kept for ever. */
    static void claim() {
        Thread thread = Thread.currentThread();
        int place = (int) Math.min(thread.threadId(), PLACES);
        if (!thread.isVirtual() && place < PLACES && ADDRESSES[place] == NONE) {
            ADDRESSES[place] = Arena.global()
                    .allocate(NativeError.SIZE, CallFrame.CACHE_LINE)
                    .address();
        }
    }

    /** What a call throws that failed. */
    static NativeCallException failure(NativeFunction function, int code, long error) {
        return NativeError.toException(error, function.name(), code, Downcalls.NO_BATCH, null);
    }
}
