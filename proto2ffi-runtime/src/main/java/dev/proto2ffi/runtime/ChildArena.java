package dev.proto2ffi.runtime;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The allocator of a pooled struct. One thread has the struct and gives it back, which resets the arena, while another may
 * close the pool, which closes it; a {@link ScratchArena} by itself is for one thread at a time. Neither waits: an arena
 * that is being reset is closed by the thread that resets it, as soon as it has. What the thread that has the struct is
 * allocating at that moment is left to the cleaner, as all memory is that wasn't closed.
 */
final class ChildArena {
    private enum State {
        OPEN,
        RESETTING,
        CLOSED
    }

    private final ScratchArena arena;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    ChildArena(long blockBytes, boolean shared) {
        this.arena = ScratchArena.forLease(blockBytes, shared);
    }

    /** For the thread that has the struct. */
    ScratchArena arena() {
        return arena;
    }

    /**
     * Frees for reuse all that was allocated; nothing if it was closed.
     *
     * @throws IllegalStateException if a native call is using memory that the arena doesn't keep; the rest is free then
     */
    void reset() {
        if (!state.compareAndSet(State.OPEN, State.RESETTING)) {
            return;
        }
        try {
            arena.reset();
        } finally {
            if (!state.compareAndSet(State.RESETTING, State.OPEN)) {
                closeForAnother();
            }
        }
    }

    private void closeForAnother() {
        try {
            arena.close();
        } catch (IllegalStateException e) {
            // A native call is using it. Whoever closed the pool has gone on, so nobody can be told: the cleaner's.
        }
    }

    /**
     * Frees all memory, at once or when another thread is done with its {@link #reset}; nothing if it was closed.
     *
     * @throws IllegalStateException if a native call is using it: it may then be closed again. If another thread wants to
     *     close it at the same time, that one isn't told.
     */
    void close() {
        if (state.getAndSet(State.CLOSED) != State.OPEN) {
            return;
        }
        try {
            arena.close();
        } catch (IllegalStateException e) {
            state.set(State.OPEN);
            throw e;
        }
    }
}
