package dev.proto2ffi.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A struct of a pool, or memory of a {@link ScratchArena}, was used against the rules of its lease. Without the checked
 * mode, using a view that was given back throws the JDK's {@link IndexOutOfBoundsException} instead.
 *
 * <p>In the checked mode the cause is the stack that acquired the struct, and a suppressed exception the stack that
 * released it, or that reset the scratch arena; of a {@link Kind#LEAK} found when the pool was closed, the suppressed
 * exceptions are the stacks that acquired, as far as they differ, ten at most.
 */
public final class LeaseException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** What was done. */
    public enum Kind {
        /** A view or segment was used after its struct had been given back. */
        USE_AFTER_RELEASE,
        /** A struct was given back twice. */
        DOUBLE_RELEASE,
        /** A struct was given to a pool that it doesn't come from, or as another view than the one that was acquired. */
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

    /** In the checked mode: of a struct whose lease had ended. */
    static LeaseException releasedTwice(CheckedLease lease) {
        return of(
                Kind.DOUBLE_RELEASE,
                lease,
                "was given back to its pool already; release it once, where the work with it ends");
    }

    /** In the checked mode: of memory whose lease has ended. */
    static LeaseException usedAfterRelease(CheckedLease lease) {
        return of(
                Kind.USE_AFTER_RELEASE,
                lease,
                "is used, itself or something derived from it, after it was given back or its pool was closed;"
                        + " keep the struct until the work with it ends, or copy what must outlive it");
    }

    /** In the checked mode: of memory of a scratch arena. */
    static LeaseException usedAfterReset(String owner, LeaseTrace reset) {
        LeaseException exception = new LeaseException(
                Kind.USE_AFTER_RELEASE,
                owner + ": its memory is used after the arena was reset to an earlier mark or closed, or the frame was"
                        + " closed; keep the frame and the arena open for as long as the use lasts, or copy what must"
                        + " outlive it; the suppressed exception says who ended it",
                null);
        exception.addSuppressed(reset);
        return exception;
    }

    /** In the checked mode: a view with the memory of a struct in use, but not the view that acquire() gave. */
    static LeaseException derived(CheckedLease lease) {
        return of(
                Kind.FOREIGN_RELEASE,
                lease,
                "can't be given back as a view derived from it; release the view that acquire() gave");
    }

    /** In the checked mode: a struct of one pool, given to another. */
    static LeaseException ofAnotherPool(StructPool<?> pool, CheckedLease lease) {
        String rest = pool.structType() == lease.pool().structType()
                ? "is of another pool of the same type; release it to the pool that gave it"
                : "is of the " + StructPool.name(lease.pool().structType()) + " and was given to the "
                        + StructPool.name(pool.structType()) + "; release it to the pool that gave it";
        return of(Kind.FOREIGN_RELEASE, lease, rest);
    }

    /** In the checked mode: a struct that no pool gave. */
    static LeaseException notOfAnyPool(StructType<?> pool, StructView view) {
        return new LeaseException(
                Kind.FOREIGN_RELEASE,
                view.structType().name() + " isn't of any pool, and was given to the " + StructPool.name(pool)
                        + "; release only the view that acquire() gave: what comes from an arena is freed with it",
                null);
    }

    /** In the checked mode, when a pool is closed; the caller adds the stacks. */
    static LeaseException leaked(StructType<?> type, int count) {
        return new LeaseException(
                Kind.LEAK,
                StructPool.name(type) + ": " + count + (count == 1 ? " struct was" : " structs were")
                        + " never given back; release each where the work with it ends, or use"
                        + " try (var lease = pool.lease()); the suppressed exceptions say where they were acquired",
                null);
    }

    private static LeaseException of(Kind kind, CheckedLease lease, String rest) {
        LeaseException exception =
                new LeaseException(kind, lease.pool().structType().name() + " " + rest, lease.acquired());
        LeaseTrace ended = lease.ended();
        if (ended != null) {
            exception.addSuppressed(ended);
        }
        return exception;
    }

    /** What was done. */
    public Kind kind() {
        return kind;
    }
}
