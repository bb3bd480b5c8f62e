package dev.proto2ffi.runtime;

/**
 * A {@link SharedRegion} can't be used as was asked. The message names the file, what was found, and the way out.
 * Failures of the file system itself are {@link java.io.IOException}s.
 */
public final class RegionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** The file doesn't begin as a region does. */
        NOT_A_REGION,
        /** Nobody finished making it: its creator is still at it, or died half-way. */
        UNFINISHED,
        /** The file is shorter than its header says. */
        TRUNCATED,
        /** It was made by a program that knows another form of the header. */
        OTHER_VERSION,
        /** It was made on a machine of the other byte order. */
        OTHER_BYTE_ORDER,
        /** A number in the header can't be one: somebody wrote over it. */
        CORRUPT,
        /** It has no room for what was to be allocated. */
        FULL,
        /** A struct has another layout in the program that published it. */
        OTHER_LAYOUT,
        /** A root wasn't published in time. */
        NO_ROOT,
        /** A root of that name was published before. */
        NAME_TAKEN,
        /** All entries for roots are taken. */
        TOO_MANY_ROOTS
    }

    private final Problem problem;

    RegionException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
