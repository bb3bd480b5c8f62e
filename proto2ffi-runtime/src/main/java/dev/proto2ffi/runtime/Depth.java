package dev.proto2ffi.runtime;

/**
 * How deep messages may be nested in each other for what follows them: pointers in native memory can form a cycle, and
 * no stack holds that.
 */
final class Depth {
    /** Messages from the outermost to the innermost. */
    static final int LIMIT = 100;

    private Depth() {}

    /**
     * The depth of a message within another.
     *
     * @param depth of the outer message; the outermost has 1
     * @param message full name of the inner one
     * @throws IllegalStateException beyond the limit
     */
    static int below(int depth, String message) {
        if (depth >= LIMIT) {
            throw new IllegalStateException(message + ": messages are nested more than " + LIMIT
                    + " deep; as a rule pointers that native code wrote form a cycle");
        }
        return depth + 1;
    }
}
