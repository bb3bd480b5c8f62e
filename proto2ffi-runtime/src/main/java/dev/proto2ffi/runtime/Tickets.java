package dev.proto2ffi.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The Java implementations that native code may call. It knows each by a number that is never given again, so that a call
 * with an old one can be told. Looking one up takes no lock.
 */
final class Tickets {
    private static final int FIRST_PLACES = 16;
    private static final int SERIAL_SHIFT = Integer.SIZE;

    /** Held to change the table. Not a monitor, which would pin virtual threads to their carriers before JDK 24. */
    private static final ReentrantLock SHAPE = new ReentrantLock();

    private static final Deque<Integer> FREE = new ArrayDeque<>();

    private static volatile AtomicReferenceArray<@Nullable Ticket> table = new AtomicReferenceArray<>(FIRST_PLACES);
    private static int used;
    private static long serial;

    private Tickets() {}

    private record Ticket(long number, Object implementation) {}

    /** A number for an implementation; never 0. */
    static long issue(Object implementation) {
        SHAPE.lock();
        try {
            Integer free = FREE.poll();
            int place = free == null ? used++ : free;
            if (place == table.length()) {
                grow();
            }
            long number = ++serial << SERIAL_SHIFT | place;
            table.set(place, new Ticket(number, implementation));
            return number;
        } finally {
            SHAPE.unlock();
        }
    }

    private static void grow() {
        AtomicReferenceArray<@Nullable Ticket> old = table;
        AtomicReferenceArray<@Nullable Ticket> larger = new AtomicReferenceArray<>(2 * old.length());
        for (int i = 0; i < old.length(); i++) {
            larger.set(i, old.get(i));
        }
        table = larger;
    }

    /** Ends a number; does nothing if it has ended. */
    static void revoke(long number) {
        SHAPE.lock();
        try {
            if (find(number) != null) {
                table.set((int) number, null);
                FREE.push((int) number);
            }
        } finally {
            SHAPE.unlock();
        }
    }

    /** The implementation, or null if the number has ended, or never was. */
    static @Nullable Object find(long number) {
        AtomicReferenceArray<@Nullable Ticket> current = table;
        int place = (int) number;
        if (place < 0 || place >= current.length()) {
            return null;
        }
        Ticket ticket = current.get(place);
        return ticket != null && ticket.number == number ? ticket.implementation : null;
    }

    /** How many implementations were ever known at once. */
    static int places() {
        SHAPE.lock();
        try {
            return used;
        } finally {
            SHAPE.unlock();
        }
    }
}
