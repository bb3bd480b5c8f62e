package dev.proto2ffi.runtime;

/**
 * Thrown by {@link StructPool#acquire} and {@link ArenaPool#acquire} when all that the pool may hold is in use, and it
 * was told neither to grow further nor to fall back to a fresh allocation.
 */
public final class PoolExhaustedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PoolExhaustedException(String message) {
        super(message);
    }
}
