package dev.proto2ffi.runtime;

/**
 * Thrown by {@link StructPool#acquire}, and by the first {@code allocate} of an arena of an {@link ArenaPool}, when all
 * that the pool may hold is in use, and it may neither grow further nor fall back to a fresh allocation; and by a
 * {@link ScratchArena} that would hold more than its {@link ScratchBuilder#maxBytes}.
 */
public final class PoolExhaustedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PoolExhaustedException(String message) {
        super(message);
    }
}
