package dev.proto2ffi.runtime;

/** Where a newer JDK has a faster way to do what this library does, and which way is taken on the one that runs. */
final class JdkPaths {
    /**
     * From JDK 28 on a confined arena serves its first small allocations from memory that its thread keeps for reuse, 64
     * bytes by default, and costs about as much as a block of an {@link ArenaPool} then (JDK-8385697, openjdk/jdk pull
     * request 31365; the API is unchanged).
     */
    private static final int POOLED_SINCE = 28;

    private static final int POOLED_BYTES = 64;

    private JdkPaths() {}

    /** How many bytes a confined arena of the JDK that runs gives from reused memory. */
    static int pooledBytes() {
        return pooledBytes(Runtime.version().feature());
    }

    /** The same for a JDK of a feature version. */
    static int pooledBytes(int feature) {
        return feature >= POOLED_SINCE ? POOLED_BYTES : 0;
    }
}
