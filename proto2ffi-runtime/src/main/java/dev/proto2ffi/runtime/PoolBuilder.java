package dev.proto2ffi.runtime;

/**
 * The choices of a {@link StructPool}.
 *
 * @param <T> the generated class
 */
public final class PoolBuilder<T extends Struct> {
    /** The capacity where neither the caller nor the schema has one: 1,024 structs. */
    public static final int DEFAULT_CAPACITY = 1_024;

    /** The first block of each struct's own allocator, in pools that the short factories make: 1,024 bytes. */
    public static final int DEFAULT_CHILD_BYTES = 1_024;

    private final StructType<T> type;
    private int capacity;
    private int maxCapacity;
    private boolean fallsBack;
    private boolean shared;
    private boolean zeroed = true;
    private long childBytes;

    PoolBuilder(StructType<T> type) {
        this.type = type;
        this.capacity = type.poolSize() > 0 ? type.poolSize() : DEFAULT_CAPACITY;
    }

    /**
     * How many structs can be in use at the same time, before the pool grows. The default is the schema's
     * {@code pool_size}, or {@link #DEFAULT_CAPACITY}.
     *
     * @param structs 1 to {@link StructPool#MAX_CAPACITY}
     */
    public PoolBuilder<T> capacity(int structs) {
        capacity = check(structs, "capacity");
        return this;
    }

    /**
     * Lets the pool double its capacity when it is exhausted, as often as needed.
     *
     * @param structs the most that it may hold, up to {@link StructPool#MAX_CAPACITY}
     */
    public PoolBuilder<T> growTo(int structs) {
        maxCapacity = check(structs, "growTo");
        return this;
    }

    /**
     * When the pool is exhausted and may not grow further, gives the caller a fresh allocation instead of an exception,
     * with the same promises: it has its defaults, must be released, is poisoned and freed then.
     */
    public PoolBuilder<T> fallBack() {
        fallsBack = true;
        return this;
    }

    /** Makes a pool for all threads. The default is one for the calling thread. */
    public PoolBuilder<T> shared() {
        shared = true;
        return this;
    }

    /**
     * Whether a struct that is handed out has every field at its default, which costs a pass over its bytes. The
     * default is true; with false it holds what its last user left there.
     */
    public PoolBuilder<T> zeroed(boolean value) {
        zeroed = value;
        return this;
    }

    /**
     * Gives each struct in use an allocator of its own for what it points to, emptied when the struct is given back; see
     * {@link StructPool#allocator}. Structs with pointers need one to be pooled.
     *
     * <p>Views that were reached through the struct's pointers are checked against the lifetime of the pool, not of the
     * block they are in. Used after the struct was given back, they show what the next holder writes there or, if the
     * block was freed, are undefined, in safe access too. {@code -Dproto2ffi.checks=true} finds that.
     *
     * @param bytes of each allocator's first block, above 0, which is kept for the next holder; what doesn't fit comes in
     *     further blocks, which are freed on release
     */
    public PoolBuilder<T> childBytes(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException(
                    StructPool.name(type) + ": childBytes " + bytes + " must be above 0, such as 1024");
        }
        childBytes = bytes;
        return this;
    }

    /**
     * The pool, with the memory for its capacity.
     *
     * @throws IllegalArgumentException if the struct has pointers and {@link #childBytes} wasn't called, the pool may
     *     grow to less than its capacity, or the schema's {@code pool_size} is beyond {@link StructPool#MAX_CAPACITY}
     * @throws OutOfMemoryError if there is no native memory for it
     */
    public StructPool<T> build() {
        if (!type.isFlat() && childBytes == 0) {
            throw new IllegalArgumentException(StructPool.name(type)
                    + ": the struct has pointers, and what they point to needs an owner; call"
                    + " childBytes(n), the bytes that each struct has for that before it allocates more, such as 1024");
        }
        check(capacity, "capacity"); // that of the schema wasn't
        if (maxCapacity != 0 && maxCapacity < capacity) {
            throw new IllegalArgumentException(
                    StructPool.name(type) + ": growTo " + maxCapacity + " is less than the capacity, " + capacity);
        }
        if (type.size() > Long.MAX_VALUE / capacity) {
            throw new IllegalArgumentException(StructPool.name(type) + ": " + capacity + " structs of " + type.size()
                    + " bytes are more than memory can hold; use a smaller capacity");
        }
        return Checks.ON ? new CheckedPool<>(buildUnchecked(), zeroed) : buildUnchecked();
    }

    /** The pool itself, in the checked mode too. */
    StructPool<T> buildUnchecked() {
        if (shared) {
            return zeroed ? new ZeroedSharedPool<>(this) : new SharedPool<>(this);
        }
        return zeroed ? new ZeroedConfinedPool<>(this) : new ConfinedPool<>(this);
    }

    StructType<T> type() {
        return type;
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

    /** 0 for none. */
    long childBytes() {
        return childBytes;
    }

    private int check(int structs, String what) {
        if (structs < 1 || structs > StructPool.MAX_CAPACITY) {
            throw new IllegalArgumentException(StructPool.name(type) + ": " + what + " " + structs
                    + " is not between 1 and " + StructPool.MAX_CAPACITY
                    + "; for more structs than that use a StructArray, or several pools");
        }
        return structs;
    }
}
