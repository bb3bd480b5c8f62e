package dev.proto2ffi.runtime;

import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * Structs of one type in native memory that are handed out and taken back, faster than any allocation:
 *
 * <pre>{@code
 * try (StructPool<Post> pool = Post.pool(1_000)) {
 *     Post post = pool.acquire();
 *     ...
 *     pool.release(post);
 *     try (Lease<Post> lease = pool.lease()) { ... }
 * }
 * }</pre>
 *
 * <p>There are two kinds. A <em>confined</em> pool belongs to the thread that made it. A <em>shared</em> one is for all
 * threads, virtual ones too: a struct may be acquired by one and released by another. Its fast path takes no lock.
 *
 * <p>A struct that is handed out has every field at its default, unless {@link PoolBuilder#zeroed} says otherwise. A
 * view that was given back is poisoned and throws when it is used, in either access mode, until its slot is handed out
 * again: then the same object is valid anew, for its new holder. So nobody may keep a view that he gave back. Views and
 * segments derived from it (nested messages, {@code structSegment()}) aren't poisoned. With
 * {@code -Dproto2ffi.checks=true} all of these are found; see {@link LeaseException}.
 *
 * <p>Memory is allocated in slabs and freed when the pool is closed, which also poisons the views that are still out. A
 * pool that was dropped instead is freed once nothing of it can be reached.
 *
 * @param <T> the generated class
 */
public abstract sealed class StructPool<T extends Struct> implements AutoCloseable
        permits ConfinedPool, FirstThreads, CheckedPool {
    /** The most structs that a pool may hold. */
    public static final int MAX_CAPACITY = 1 << 24;

    private static final VarHandle ADDRESS;

    static {
        try {
            ADDRESS = MethodHandles.lookup().findVarHandle(StructView.class, "address", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final StructType<T> type;

    StructPool(StructType<T> type) {
        this.type = type;
    }

    /**
     * A pool for the calling thread, of the schema's {@code pool_size} structs, or of
     * {@link PoolBuilder#DEFAULT_CAPACITY} where it has none. It doesn't grow. Structs with pointers get allocators of
     * {@link PoolBuilder#DEFAULT_CHILD_BYTES} bytes; see {@link #allocator}.
     */
    public static <T extends Struct> StructPool<T> ofConfined(StructType<T> type) {
        return withChildren(type).build();
    }

    /**
     * As {@link #ofConfined(StructType)}, of another capacity.
     *
     * @param capacity 1 to {@link #MAX_CAPACITY}
     */
    public static <T extends Struct> StructPool<T> ofConfined(StructType<T> type, int capacity) {
        return withChildren(type).capacity(capacity).build();
    }

    /** As {@link #ofConfined(StructType)}, for all threads. */
    public static <T extends Struct> StructPool<T> ofShared(StructType<T> type) {
        return withChildren(type).shared().build();
    }

    /** As {@link #ofConfined(StructType, int)}, for all threads. */
    public static <T extends Struct> StructPool<T> ofShared(StructType<T> type, int capacity) {
        return withChildren(type).capacity(capacity).shared().build();
    }

    private static <T extends Struct> PoolBuilder<T> withChildren(StructType<T> type) {
        PoolBuilder<T> builder = builder(type);
        return type.isFlat() ? builder : builder.childBytes(PoolBuilder.DEFAULT_CHILD_BYTES);
    }

    /** A pool with more choices. */
    public static <T extends Struct> PoolBuilder<T> builder(StructType<T> type) {
        return new PoolBuilder<>(type);
    }

    /**
     * A struct, to be given back by {@link #release}.
     *
     * @throws PoolExhaustedException if all are in use, and the pool may neither grow nor fall back
     * @throws OutOfMemoryError if it may grow, and there is no native memory
     * @throws WrongThreadException if the pool is confined to another thread
     * @throws IllegalStateException if the pool is closed
     */
    public abstract T acquire();

    /**
     * Takes a struct back. Its view throws from now on.
     *
     * @throws LeaseException if the struct was given back already, or isn't of this pool
     * @throws WrongThreadException if the pool is confined to another thread
     * @throws IllegalStateException if the pool is closed
     * @throws NullPointerException if there is no struct
     */
    public abstract void release(T struct);

    /** A struct for the length of a {@code try} block; see {@link #acquire}. */
    public abstract Lease<T> lease();

    /**
     * What owns the memory that a struct of this pool points to: everything allocated from it lives until the struct is
     * given back. It may be used by whoever holds the struct.
     *
     * @throws UnsupportedOperationException if the pool was built without {@link PoolBuilder#childBytes}
     * @throws LeaseException if the struct is not in use, or isn't of this pool
     */
    public abstract SegmentAllocator allocator(T struct);

    /** The type of the structs. */
    public final StructType<T> structType() {
        return type;
    }

    /**
     * How many structs there is room for now; more than at first if the pool grew. Fallbacks don't count. Nobody is refused
     * while fewer than these are in use. A shared pool that one thread uses hands out so many exactly; with more threads
     * up to a quarter of its first capacity more.
     */
    public abstract int capacity();

    /** How many structs are in use now, fallbacks included. A moment's picture where several threads use the pool. */
    public abstract int inUse();

    /** The most that were in use at the same time. See the kind of pool for how exactly it is known. */
    public abstract int highWater();

    /** Whether all threads may use the pool. */
    public abstract boolean isShared();

    /**
     * Frees the memory. Views of structs that are still in use throw from now on. In the checked mode they are leaks.
     *
     * <p>A shared pool may be closed by any thread, and waits for no other. In raw mode no other thread may be using a
     * struct of it, or acquire or release one, at that moment: it could write to memory that was freed. In safe mode it
     * gets an exception.
     *
     * @throws WrongThreadException if the pool is confined to another thread
     * @throws IllegalStateException if a native call is using a slab; the pool then stays as it is. If it is using a fallback
     *     or what a struct points to, the pool is closed, and that memory is freed some time after the call
     * @throws LeaseException in the checked mode, if structs are in use; the memory is freed all the same
     */
    @Override
    public abstract void close();

    /**
     * The view's address, read so that the JIT reads all of the view again from here on. Else it keeps what the usual way
     * of a release has read in registers all along that, for the sake of the other ways, and runs out of registers: 3.1 ns
     * a trip in safe access instead of 2.9, in either kind of pool. An opaque read does it, and is an ordinary load on every
     * processor.
     */
    static long readAgain(StructView view) {
        return (long) ADDRESS.getOpaque(Objects.requireNonNull(view, "struct"));
    }

    /** For messages. */
    static String name(StructType<?> type) {
        return "pool of " + type.name();
    }

    static PoolExhaustedException exhausted(StructType<?> type, int capacity) {
        return new PoolExhaustedException(name(type) + ": all " + capacity
                + " structs are in use; release what is done with, raise the capacity (pool_size in the schema,"
                + " or the argument), or let the pool grow further (growTo) or fall back (fallBack)");
    }

    static WrongThreadException wrongThread(StructType<?> type, Thread owner) {
        return new WrongThreadException(name(type) + " belongs to thread " + owner.getName() + " and is used by "
                + Thread.currentThread().getName() + "; make a pool for each thread, or a shared one");
    }

    static IllegalStateException closed(StructType<?> type) {
        return new IllegalStateException(
                name(type) + " is closed; make another, and keep it open for as long as its" + " structs are used");
    }

    @Override
    public String toString() {
        return name(type) + ": " + inUse() + " of " + capacity() + " in use";
    }
}
