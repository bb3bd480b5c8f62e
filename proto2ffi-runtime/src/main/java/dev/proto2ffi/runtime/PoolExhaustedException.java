package dev.proto2ffi.runtime;

/**
 * Thrown by {@link StructPool#acquire} and {@link ArenaPool#acquire} when all that the pool may hold is in use, and it
 * was told neither to grow further nor to fall back to a fresh allocation; and by a {@link ScratchArena} that would
 * hold more than its {@link ScratchBuilder#maxBytes}.
 */
public final class PoolExhaustedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PoolExhaustedException(String message) {
        super(message);
    }
}
