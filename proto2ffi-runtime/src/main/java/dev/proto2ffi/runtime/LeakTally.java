package dev.proto2ffi.runtime;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the structs of a pool that leaked, by the stack that acquired them. */
final class LeakTally {
    /** How many different stacks are told; of leaks beyond them only the number. */
    static final int STACKS = 10;

    private static final class Leaks {
        final LeaseTrace acquired;
        int count;

        Leaks(LeaseTrace acquired) {
            this.acquired = acquired;
        }
    }

    private final Map<List<StackTraceElement>, Leaks> byStack = new LinkedHashMap<>();
    private int count;

    synchronized void add(LeaseTrace acquired) {
        count++;
        List<StackTraceElement> stack = List.of(acquired.getStackTrace());
        Leaks leaks = byStack.get(stack);
        if (leaks == null && byStack.size() < STACKS) {
            leaks = new Leaks(acquired);
            byStack.put(stack, leaks);
        }
        if (leaks != null) {
            leaks.count++;
        }
    }

    /** The exception that tells of them, the most frequent first, or null if there are none. */
    synchronized @Nullable LeaseException toException(StructType<?> type) {
        if (count == 0) {
            return null;
        }
        LeaseException exception = LeaseException.leaked(type, count);
        byStack.values().stream()
                .sorted(Comparator.comparingInt((Leaks leaks) -> leaks.count).reversed())
                .map(leaks -> new LeaseTrace(leaks.count + " of them " + leaks.acquired.getMessage(), leaks.acquired))
                .forEach(exception::addSuppressed);
        return exception;
    }
}
