package dev.proto2ffi.runtime;

/**
 * Finds out whether there is stack for more. Where it ends in the middle of an upcall's first steps, nobody can catch the
 * StackOverflowError, and the JVM ends. So deep recursion between Java and native code is stopped a little before.
 */
final class StackProbe {
    /** Of at least 32 bytes each, which makes more than native functions between two upcalls need as a rule. */
    private static final int FRAMES = 512;

    private StackProbe() {}

    /** @throws StackOverflowError if not */
    static void check() {
        if (descend(FRAMES) != FRAMES) {
            throw new AssertionError();
        }
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : descend(frames - 1) + 1;
    }
}
