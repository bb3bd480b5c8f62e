package dev.proto2ffi.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * The slots of all threads. A platform thread has one for long, in a table that it looks into by its number, so that it
 * needs no {@code ThreadLocal}. A thread whose two places there are taken by living threads takes one for the length of a
 * call, and so does a virtual one, since there may be millions of those.
 */
@SuppressWarnings("ReferenceEquality") // threads are what they are, not what they equal
final class CallSlots {
    private static final int PLACES_PER_PROCESSOR = 8;
    private static final int FEWEST_PLACES = 64;

    private static final CallSlot[] TABLE = new CallSlot
            [Integer.highestOneBit(Math.max(
                    FEWEST_PLACES, Runtime.getRuntime().availableProcessors() * PLACES_PER_PROCESSOR * 2 - 1))];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = new CallSlot();
        }
    }

    /** Slots of the calls that are running on threads without a place. */
    private static final Map<Thread, CallSlot> TAKEN = new ConcurrentHashMap<>();

    /** Slots that no call needs now: as many as were ever needed at once. */
    private static final ConcurrentLinkedDeque<CallSlot> SPARE = new ConcurrentLinkedDeque<>();

    private static final CallSlot NOBODYS = new CallSlot();

    private CallSlots() {}

    /** The slot for a call by the calling thread that can't call back. */
    static CallSlot forCritical() {
        Thread thread = Thread.currentThread();
        CallSlot slot = TABLE[(int) thread.threadId() & TABLE.length - 1];
        return slot.owner == thread ? slot : elsewhere(thread);
    }

    /** The slot that the calling thread has at the first of its places; if it hasn't, one that remembers nothing. */
    static CallSlot atFirstPlace() {
        Thread thread = Thread.currentThread();
        CallSlot slot = TABLE[(int) thread.threadId() & TABLE.length - 1];
        return slot.owner == thread ? slot : NOBODYS;
    }

    /** The slot for an ordinary call by the calling thread, which begins now. */
    static CallSlot begin() {
        CallSlot slot = forCritical();
        slot.calling = true;
        return slot;
    }

    private static CallSlot elsewhere(Thread thread) {
        if (!thread.isVirtual()) {
            int place = (int) thread.threadId() & TABLE.length - 1;
            CallSlot second = TABLE[place ^ TABLE.length >> 1];
            if (second.owner == thread) {
                return second;
            }
            // A thread that has taken a slot for a call goes on with it in the upcalls of that call.
            CallSlot taken = TAKEN.get(thread);
            if (taken != null) {
                return taken;
            }
            if (TABLE[place].claim(thread)) {
                return TABLE[place];
            }
            return second.claim(thread) ? second : take(thread);
        }
        CallSlot taken = TAKEN.get(thread);
        return taken != null ? taken : take(thread);
    }

    private static CallSlot take(Thread thread) {
        CallSlot slot = SPARE.poll();
        if (slot == null) {
            slot = new CallSlot();
        }
        slot.reset();
        slot.afterwards = CallSlot.GIVE_BACK;
        TAKEN.put(thread, slot);
        return slot;
    }

    static void giveBack(CallSlot slot) {
        TAKEN.remove(Thread.currentThread());
        SPARE.push(slot);
    }

    /**
     * An upcall begins on the calling thread: what that calls gets a frame of its own.
     *
     * @return the slot, to be left when the upcall ends; null if the upcall isn't one of a call of this library
     */
    static @Nullable CallSlot enterUpcall() {
        CallSlot slot = find();
        if (slot == null || !slot.calling) {
            return null;
        }
        slot.enterUpcall();
        return slot;
    }

    /** The slot that the calling thread has, or null. */
    static @Nullable CallSlot find() {
        Thread thread = Thread.currentThread();
        int place = (int) thread.threadId() & TABLE.length - 1;
        CallSlot first = TABLE[place];
        if (first.owner == thread) {
            return first;
        }
        CallSlot second = TABLE[place ^ TABLE.length >> 1];
        return second.owner == thread ? second : TAKEN.get(thread);
    }
}
