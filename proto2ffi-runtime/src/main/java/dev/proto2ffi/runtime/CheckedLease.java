package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the checked mode knows of a struct that was handed out: an arena of its own gives its memory the lifetime of the
 * lease, so that the JDK itself ends whatever was derived from the view.
 *
 * <p>Who still holds what is told by reachability. Once the <em>view</em> can't be reached, nobody can give the struct
 * back: it has leaked. Once the <em>scope</em> can't be reached either, nobody can read or write it: its slot can be used
 * again. So a lease holds on to neither, nor to the arena, which leads to the scope. The arena is kept by its own scope,
 * through the cleanup action of the segment.
 */
final class CheckedLease implements LeaseRegistry.Ending {
    /** Apart from the one that frees memory: handlers of the log may take their time. */
    static final Cleaner CLEANER = Cleaner.create();

    static final System.Logger LOGGER = System.getLogger("dev.proto2ffi");

    /** A cleanup action that cleans nothing up: as long as a scope can be reached, so can what it holds. */
    private record Holder(Arena arena, MemorySegment place) implements Consumer<MemorySegment> {
        @Override
        public void accept(MemorySegment segment) {}
    }

    private final CheckedPool<?> pool;
    private final StructView slot;
    private final WeakReference<StructView> view;
    private final WeakReference<Arena> arena;
    private final LeaseTrace acquired;
    private final Cleaner.Cleanable watch;
    private final AtomicBoolean reported = new AtomicBoolean();

    /** Who ended the lease, or null while it lasts. */
    private final AtomicReference<@Nullable LeaseTrace> ended = new AtomicReference<>();

    private CheckedLease(CheckedPool<?> pool, StructView slot, StructView view, Arena arena, LeaseTrace acquired) {
        this.pool = pool;
        this.slot = slot;
        this.view = new WeakReference<>(view);
        this.arena = new WeakReference<>(arena);
        this.acquired = acquired;
        this.watch = CLEANER.register(view, this::reportLeak);
        Runnable forget = LeaseRegistry.add(arena.scope(), this);
        CLEANER.register(arena.scope(), () -> {
            forget.run();
            reclaim();
        });
    }

    /**
     * Begins a lease.
     *
     * @param slot the pool's own view, which users never see
     * @return the view to hand out; {@link LeaseRegistry} finds the lease by it
     */
    @SuppressWarnings("restricted")
    static <T extends Struct> T begin(CheckedPool<T> pool, StructView slot, LeaseTrace acquired) {
        Arena arena = pool.isShared() ? Arena.ofShared() : Arena.ofConfined();
        MemorySegment place = slot.structSegment();
        // Whoever holds the lease's memory holds the pool's.
        MemorySegment segment = place.reinterpret(arena, new Holder(arena, place));
        T view = pool.structType().view(segment, 0);
        pool.began(new CheckedLease(pool, slot, (StructView) view, arena, acquired));
        return view;
    }

    CheckedPool<?> pool() {
        return pool;
    }

    /** The pool's own view of the struct. */
    StructView slot() {
        return slot;
    }

    LeaseTrace acquired() {
        return acquired;
    }

    /** Whether this is the view that was handed out, rather than another one of the same memory. */
    boolean isOf(StructView candidate) {
        return view.refersTo(candidate);
    }

    /** Who ended the lease, or null while it lasts. */
    @Nullable LeaseTrace ended() {
        return ended.get();
    }

    /**
     * Ends the lease and with it all that was derived from its view.
     *
     * @return false if it had ended before
     * @throws IllegalStateException if a native call is using the struct; the lease then goes on
     */
    boolean end(LeaseTrace how) {
        if (!ended.compareAndSet(null, how)) {
            return false;
        }
        Arena open = arena.get();
        if (open != null) {
            try {
                open.close();
            } catch (IllegalStateException e) {
                ended.set(null);
                throw new IllegalStateException(
                        pool.structType().name() + ": a native call is using the struct; give it back, or close its"
                                + " pool, once the call returned",
                        e);
            }
        }
        watch.clean(); // which finds nothing to report
        return true;
    }

    /** Gives what an allocator gives the lifetime of this lease. */
    @SuppressWarnings("restricted")
    SegmentAllocator owning(SegmentAllocator child) {
        Arena open = arena.get();
        if (open == null) {
            throw usedAfterRelease();
        }
        return (size, alignment) -> {
            if (ended.get() != null) {
                throw usedAfterRelease();
            }
            MemorySegment place = child.allocate(size, alignment);
            return place.reinterpret(open, new Holder(open, place));
        };
    }

    @Override
    public LeaseException usedAfterRelease() {
        return LeaseException.usedAfterRelease(this);
    }

    /**
     * Tells the flight recorder of the leak, once.
     *
     * @return false if it was told before
     */
    boolean recordLeak() {
        if (!reported.compareAndSet(false, true)) {
            return false;
        }
        PoolEvents.leaked(pool.structType().name(), acquired);
        return true;
    }

    private void reportLeak() {
        if (ended.get() == null && recordLeak()) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    StructPool.name(pool.structType()) + ": a struct leaked: nothing holds its view any more, so that"
                            + " nobody can give it back; release it where the work with it ends, or use"
                            + " try (var lease = pool.lease())",
                    acquired);
        }
    }

    private void reclaim() {
        reportLeak();
        pool.reclaim(this);
    }
}
