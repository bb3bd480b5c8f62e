package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;

/** Checked mode's watch over the arenas of an {@link ArenaPool}: one that can't be reached, but is open, has leaked. */
final class ArenaWatch {
    private ArenaWatch() {}

    /** Begins to watch an arena that the calling thread acquires. */
    static void over(PooledArena arena) {
        MemorySegment.Scope lifetime = arena.scope(); // which doesn't lead to the arena
        LeaseTrace acquired = new LeaseTrace("acquired");
        CheckedLease.CLEANER.register(arena, () -> {
            if (lifetime.isAlive()) {
                report(acquired);
            }
        });
    }

    private static void report(LeaseTrace acquired) {
        PoolEvents.leaked(ArenaPool.NAME, acquired);
        CheckedLease.LOGGER.log(
                System.Logger.Level.WARNING,
                ArenaPool.NAME + ": an arena leaked: nothing holds it any more, so that nobody can close it, and its"
                        + " block is lost; close it where the work with it ends, or use"
                        + " try (Arena arena = pool.acquire())",
                acquired);
    }
}
