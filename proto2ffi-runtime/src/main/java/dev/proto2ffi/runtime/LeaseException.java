package dev.proto2ffi.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A struct of a pool was used against the rules of its lease. In the checked mode the cause is the stack that acquired
 * the struct, and a suppressed exception the stack that released it.
 */
public final class LeaseException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** What was done. */
    public enum Kind {
        /** A view or segment was used after its struct had been given back. */
        USE_AFTER_RELEASE,
        /** A struct was given back twice. */
        DOUBLE_RELEASE,
        /** A struct was given to a pool that it doesn't come from, or by a thread that may not. */
        FOREIGN_RELEASE,
        /** A struct was never given back. */
        LEAK
    }

    private static final String FIND_OUT = " -Dproto2ffi.checks=true says where it was acquired";

    private final Kind kind;

    LeaseException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static LeaseException releasedTwice(StructType<?> type) {
        return new LeaseException(
                Kind.DOUBLE_RELEASE, type.name() + " was given back to its pool already;" + FIND_OUT, null);
    }

    static LeaseException usedAfterRelease(StructType<?> type) {
        return new LeaseException(
                Kind.USE_AFTER_RELEASE, type.name() + " was given back to its pool;" + FIND_OUT, null);
    }

    static LeaseException foreign(StructType<?> type) {
        return new LeaseException(
                Kind.FOREIGN_RELEASE,
                type.name() + " isn't of this pool: release the view that acquire() gave, to the pool that gave it;"
                        + FIND_OUT,
                null);
    }

    /** What was done. */
    public Kind kind() {
        return kind;
    }
}
