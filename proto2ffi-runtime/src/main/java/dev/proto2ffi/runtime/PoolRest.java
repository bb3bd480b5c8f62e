package dev.proto2ffi.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a pool has besides its slabs, freed when those are: all of it that can be freed. What a native call is using is left to
 * the cleaner, and told of at the end.
 */
final class PoolRest {
    private @Nullable IllegalStateException inUse;

    /** Poisons a struct that stands in memory of its own, and frees that, unless another thread just did. */
    void free(StructView view, OwnedMemory own) {
        view.address |= Access.NOWHERE;
        try {
            own.close();
        } catch (IllegalStateException e) {
            if (own.scope().isAlive()) {
                inUse = e;
            }
        }
    }

    /** Frees what a struct points to. */
    void free(ScratchArena child) {
        try {
            child.close();
        } catch (IllegalStateException e) {
            inUse = e;
        }
    }

    /** @throws IllegalStateException if something is still in use */
    void checkFreed(StructType<?> type) {
        if (inUse != null) {
            throw new IllegalStateException(
                    StructPool.name(type) + " is closed, but a native call is using a fallback of it, or what a struct"
                            + " points to: that is freed some time after the call returned; close pools before or"
                            + " after calls",
                    inUse);
        }
    }
}
