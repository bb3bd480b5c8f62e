package dev.proto2ffi.runtime;

/** The choices of an {@link ArenaPool}. */
public final class ArenaPoolBuilder {
    private static final long LARGEST_BLOCK = 1L << 40;

    private long blockBytes = ArenaPool.DEFAULT_BLOCK_BYTES;
    private int capacity = ArenaPool.DEFAULT_CAPACITY;
    private int maxCapacity;
    private boolean fallsBack;
    private boolean zeroed = true;
    private int pooledByJdk = JdkPaths.pooledBytes();

    ArenaPoolBuilder() {}

    /**
     * Bytes of a block: what an arena can give without allocating. The default is
     * {@value ArenaPool#DEFAULT_BLOCK_BYTES}.
     *
     * @param bytes above 0, at most 2^40
     */
    public ArenaPoolBuilder blockBytes(long bytes) {
        if (bytes <= 0 || bytes > LARGEST_BLOCK) {
            throw new IllegalArgumentException(ArenaPool.NAME + ": blockBytes " + bytes + " is not between 1 and "
                    + LARGEST_BLOCK + "; take what an arena needs as a rule, such as " + ArenaPool.DEFAULT_BLOCK_BYTES);
        }
        blockBytes = bytes;
        return this;
    }

    /**
     * How many blocks can be in use at the same time, before the pool grows. The default is
     * {@value ArenaPool#DEFAULT_CAPACITY}.
     *
     * @param blocks 1 to {@link ArenaPool#MAX_CAPACITY}
     */
    public ArenaPoolBuilder capacity(int blocks) {
        capacity = check(blocks, "capacity");
        return this;
    }

    /**
     * Lets the pool double its capacity when it is exhausted, as often as needed.
     *
     * @param blocks the most that it may hold, up to {@link ArenaPool#MAX_CAPACITY}
     */
    public ArenaPoolBuilder growTo(int blocks) {
        maxCapacity = check(blocks, "growTo");
        return this;
    }

    /**
     * When all blocks are in use and the pool may not grow further, gives arenas fresh memory in place of a block, with
     * the same promises, and doesn't throw.
     */
    public ArenaPoolBuilder fallBack() {
        fallsBack = true;
        return this;
    }

    /**
     * Whether memory that arenas give is zero. The default is true; with false it may hold what its last user left
     * there. Generated structs have their defaults in either case.
     */
    public ArenaPoolBuilder zeroed(boolean value) {
        zeroed = value;
        return this;
    }

    /** For tests: the choice of {@link JdkPaths#pooledBytes()}. */
    ArenaPoolBuilder pooledByJdk(int bytes) {
        pooledByJdk = bytes;
        return this;
    }

    /**
     * The pool, with the memory for its capacity.
     *
     * @throws IllegalArgumentException if it may grow to less than its capacity
     * @throws OutOfMemoryError if there is no native memory for it
     */
    public ArenaPool build() {
        if (maxCapacity != 0 && maxCapacity < capacity) {
            throw new IllegalArgumentException(
                    ArenaPool.NAME + ": growTo " + maxCapacity + " is less than the capacity, " + capacity);
        }
        return new ArenaPool(this);
    }

    long blockBytes() {
        return blockBytes;
    }

    int capacity() {
        return capacity;
    }

    /** At least {@link #capacity()}. */
    int maxCapacity() {
        return Math.max(capacity, maxCapacity);
    }

    boolean fallsBack() {
        return fallsBack;
    }

    boolean isZeroed() {
        return zeroed;
    }

    int pooledByJdk() {
        return pooledByJdk;
    }

    private static int check(int blocks, String what) {
        if (blocks < 1 || blocks > ArenaPool.MAX_CAPACITY) {
            throw new IllegalArgumentException(ArenaPool.NAME + ": " + what + " " + blocks + " is not between 1 and "
                    + ArenaPool.MAX_CAPACITY + "; for more take several pools, or fallBack()");
        }
        return blocks;
    }
}
