package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lease that memory belongs to, in the checked mode: for as long as a view or a segment of that lease can be
 * reached, so that its use after release can be told with the stacks. What is kept of a lease must not lead back to its
 * scope, or it would be kept for ever.
 */
final class LeaseRegistry {
    private static final Map<Key, Ending> LEASES = new ConcurrentHashMap<>();

    private LeaseRegistry() {}

    /** What can tell that memory is used after its lifetime has ended: a lease, or a mark of a scratch arena. */
    @FunctionalInterface
    interface Ending {
        /** To be thrown. */
        LeaseException usedAfterRelease();
    }

    /** A scope, held weakly; equal to another key of the same scope while that exists, then only to itself. */
    private static final class Key extends WeakReference<MemorySegment.Scope> {
        private final int hash;

        Key(MemorySegment.Scope scope) {
            super(scope);
            hash = scope.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object that) {
            if (this == that) {
                return true;
            }
            MemorySegment.Scope scope = get();
            return scope != null && that instanceof Key key && scope.equals(key.get());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * Remembers a lease.
     *
     * @return forgets it, to be run once the scope can't be reached
     */
    static Runnable add(MemorySegment.Scope scope, Ending lease) {
        Key key = new Key(scope);
        LEASES.put(key, lease);
        return () -> LEASES.remove(key);
    }

    /** The lease with this scope, or null if it isn't one of a pool. */
    static @Nullable CheckedLease find(MemorySegment.Scope scope) {
        return LEASES.get(new Key(scope)) instanceof CheckedLease lease ? lease : null;
    }

    /**
     * Looks whether memory belongs to a lease that has ended. Memory of other owners is left to the JDK's own check.
     *
     * @throws LeaseException if it does
     */
    static void checkInUse(MemorySegment segment) {
        MemorySegment.Scope scope = segment.scope();
        if (!scope.isAlive()) {
            Ending ending = LEASES.get(new Key(scope));
            if (ending != null) {
                throw ending.usedAfterRelease();
            }
        }
    }
}
