package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Memory for what is soon done with: an allocation moves a mark forward, a reset moves it back.
 *
 * <pre>{@code
 * try (ScratchArena scratch = ScratchArena.ofConfined()) {
 *     for (Request request : requests) {
 *         try (var frame = scratch.frame()) {
 *             Post post = Post.allocate(scratch).postId(request.id());
 *             ...
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p><strong>After a reset, what was allocated since the mark is handed out again.</strong> Views and segments of it
 * still work, and show whatever the next user writes there; writing through them destroys what is his. Keep none. With
 * {@code -Dproto2ffi.checks=true} they throw from the reset on. {@link #close()} ends all of them, raw views excepted.
 *
 * <p>An arena belongs to the thread that made it, in both access modes. Marks and frames nest.
 *
 * <p>Memory comes in blocks, each twice as large as the one before, up to 64 MiB; an allocation larger than that gets a
 * block of its own. A reset keeps the blocks that are no longer needed as long as they hold 16 times the first one's
 * bytes or less, and frees what is beyond, so that a peak doesn't stay. A segment may therefore end before
 * {@link #scope} does, which is the lifetime of the arena.
 */
public final class ScratchArena implements Arena {
    /** Bytes of the first block where none are given: {@value}. */
    public static final long DEFAULT_BLOCK_BYTES = 64 << 10;

    private static final ThreadLocal<ScratchArena> OF_THREAD = ThreadLocal.withInitial(
            () -> new ScratchArena(new ScratchBuilder("scratch arena of a thread"), Thread.currentThread(), false));

    /** No block, and no room for an allocation of nothing either. */
    private static final long NO_BLOCK = 1;

    private final ScratchBlocks blocks;

    /** Null where whoever holds the struct may allocate. */
    private final @Nullable Thread owner;

    /** Who may take the fast roads: the owner until the arena is closed, nobody where there is none. */
    private @Nullable Thread user;

    private final boolean zeroed;
    private final boolean closeable;

    /** What views are made over: the current block, in checked mode with the lifetime of the last mark. */
    private MemorySegment block = MemorySegment.NULL;

    /** The native address at which the block starts, that of its next free byte, and that of its end. */
    private long start = NO_BLOCK;

    private long next = NO_BLOCK;
    private long end;

    /** The bytes of all blocks before this one, less {@link #start}: what makes a position of a native address. */
    private long bias = -NO_BLOCK;

    /** From this native address on a reset has nothing to do but to move {@link #next}. */
    private long plain = Long.MAX_VALUE;

    /** The number of the innermost open frame, 0 for none, and the position that it began at: none may reset below. */
    private long openFrame;

    private long floor;
    private long lastFrame;

    ScratchArena(ScratchBuilder builder, @Nullable Thread owner, boolean closeable) {
        this.blocks = new ScratchBlocks(builder, owner == null);
        this.owner = owner;
        this.user = owner;
        this.zeroed = builder.isZeroed();
        this.closeable = closeable;
    }

    /** An arena for the calling thread, with blocks from {@value #DEFAULT_BLOCK_BYTES} bytes on. */
    public static ScratchArena ofConfined() {
        return builder().build();
    }

    /**
     * An arena for the calling thread.
     *
     * @param blockBytes of the first block, above 0
     */
    public static ScratchArena ofConfined(long blockBytes) {
        return builder().blockBytes(blockBytes).build();
    }

    /** An arena with more choices. */
    public static ScratchBuilder builder() {
        return new ScratchBuilder("scratch arena");
    }

    /**
     * The arena of the calling thread, which lives as long as the thread does and can't be closed. Whoever uses it opens
     * a frame, for his callers may have one open. Its memory is allocated at first use, and freed some time after the
     * thread ended. A virtual thread has one of its own too, so where there are many take an {@link ArenaPool} instead.
     */
    public static ScratchArena ofThread() {
        return OF_THREAD.get();
    }

    /**
     * What owns the memory that a pooled struct points to. {@link #reset()} keeps the first block and frees the others.
     *
     * @param shared whether it is for whoever holds the struct, in place of the calling thread
     */
    static ScratchArena forLease(long blockBytes, boolean shared) {
        ScratchBuilder builder = new ScratchBuilder("allocator of a pooled struct")
                .blockBytes(blockBytes)
                .keep(blockBytes);
        return new ScratchArena(builder, shared ? null : Thread.currentThread(), true);
    }

    /**
     * Memory that is free until a reset. It is zeroed, unless {@link ScratchBuilder#zeroed} says otherwise.
     *
     * @param byteSize 0 or more
     * @param byteAlignment a power of two
     * @throws IllegalArgumentException if the size is negative or the alignment no power of two
     * @throws PoolExhaustedException if the arena would hold more than {@link ScratchBuilder#maxBytes}
     * @throws OutOfMemoryError if there is no native memory for another block
     * @throws WrongThreadException if the arena belongs to another thread
     * @throws IllegalStateException if the arena is closed
     */
    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        if (byteAlignment <= 0 || (byteAlignment & byteAlignment - 1) != 0) {
            throw new IllegalArgumentException(
                    blocks.owner() + ": alignment " + byteAlignment + " is not a power of two, such as 8");
        }
        return slice(place(byteSize, byteAlignment, zeroed), byteSize);
    }

    /** As {@link #allocate}, for whom will write all of it. */
    MemorySegment allocateBare(long byteSize, long byteAlignment) {
        return slice(place(byteSize, byteAlignment, false), byteSize);
    }

    private MemorySegment slice(long address, long size) {
        return block.asSlice(Access.RAW ? address - start : address, size);
    }

    /**
     * Allocates, and answers the address that a view over {@link #block} holds.
     *
     * @param alignment a power of two
     */
    long place(long size, long alignment, boolean clean) {
        long at = next + alignment - 1 & -alignment;
        if (size < 0 || size > end - at || mustCheck()) {
            return placeSlowly(size, alignment, clean);
        }
        next = at + size;
        if (clean) {
            try {
                Zeroing.zeroOwned(at, size); // in the current block, which only this thread can free, or the cleaner
            } finally {
                Reference.reachabilityFence(block);
            }
        }
        return Access.RAW ? at : at - start;
    }

    /** The native address of what {@link #place} answered last. */
    long addressOf(long placed) {
        return Access.RAW ? placed : start + placed;
    }

    /** The segment of what was allocated last. */
    MemorySegment block() {
        return block;
    }

    boolean isZeroed() {
        return zeroed;
    }

    private long placeSlowly(long size, long alignment, boolean clean) {
        checkUsable();
        if (size < 0) {
            throw new IllegalArgumentException(blocks.owner() + ": size " + size + " is negative");
        }
        boolean fresh = false;
        long at = next + alignment - 1 & -alignment;
        if (size > end - at) {
            fresh = blocks.advance(size, alignment);
            enter(0);
            at = next + alignment - 1 & -alignment;
        }
        next = at + size;
        long address = Access.RAW ? at : at - start;
        if (clean && !fresh) {
            Access.zero(Access.base(block), address, size);
        }
        return address;
    }

    /** Makes the current block of {@link #blocks} the one to allocate from, of which some bytes are in use. */
    private void enter(long used) {
        MemorySegment current = blocks.current();
        block = Checks.ON ? blocks.lifetimes().bind(current) : current;
        start = current.byteSize() == 0 ? NO_BLOCK : current.address();
        next = start + used;
        end = current.byteSize() == 0 ? 0 : start + current.byteSize();
        bias = blocks.before() - start;
        plain = Checks.ON || blocks.isSpare(current) ? Long.MAX_VALUE : start;
    }

    /**
     * The current position, to {@link #reset(long)} to.
     *
     * @throws WrongThreadException if the arena belongs to another thread
     * @throws IllegalStateException if the arena is closed
     */
    public long mark() {
        if (mustCheck()) {
            checkUsable();
        }
        long position = next + bias;
        if (Checks.ON) {
            blocks.lifetimes().mark(position);
            block = blocks.lifetimes().bind(blocks.current());
        }
        return position;
    }

    /**
     * Frees for reuse what was allocated since the mark was taken, and makes marks that were taken later invalid.
     *
     * @param mark as {@link #mark} gave it
     * @throws IllegalArgumentException if the mark is none of this arena's, or a reset made it invalid; without checked
     *     mode only found where the mark is beyond the current position
     * @throws IllegalStateException if a frame is open that was opened later, or the arena is closed
     * @throws WrongThreadException if the arena belongs to another thread
     */
    public void reset(long mark) {
        long at = mark - bias;
        if (at < plain || at > next || mark < floor || mustCheck()) {
            resetSlowly(mark);
            return;
        }
        next = at;
    }

    /** Frees for reuse all that was allocated; see {@link #reset(long)}. */
    public void reset() {
        reset(0);
    }

    private void resetSlowly(long mark) {
        checkUsable();
        if (mark < 0 || mark > next + bias) {
            throw noMark(mark);
        }
        if (mark < floor) {
            throw new IllegalStateException(blocks.owner() + ": a frame that was opened after mark " + mark
                    + " is still open; close it before the reset");
        }
        if (Checks.ON && !blocks.lifetimes().reset(mark)) {
            throw noMark(mark);
        }
        blocks.back(mark);
        enter(mark - blocks.before());
        blocks.trim(mark);
    }

    /**
     * A mark that is reset to when it is closed: {@code try (var frame = scratch.frame()) { … }}. The JIT removes the
     * frame itself. Errors are those of {@link #mark}.
     */
    public Frame frame() {
        Frame frame = new Frame(this, mark(), ++lastFrame);
        openFrame = lastFrame;
        floor = frame.mark;
        return frame;
    }

    /** The length of a {@code try} block: what is allocated within is free for reuse at its end. */
    public static final class Frame implements AutoCloseable {
        private final ScratchArena arena;
        private final long mark;
        private final long number;
        private final long outer;
        private final long outerFloor;

        private Frame(ScratchArena arena, long mark, long number) {
            this.arena = arena;
            this.mark = mark;
            this.number = number;
            this.outer = arena.openFrame;
            this.outerFloor = arena.floor;
        }

        /**
         * Resets the arena to where it was when the frame was opened.
         *
         * @throws IllegalStateException if the frame was closed already, or an inner one is still open
         * @throws WrongThreadException if the arena belongs to another thread
         */
        @Override
        public void close() {
            arena.close(number, mark, outer, outerFloor);
        }
    }

    /** Takes a frame's fields and not the frame, which then need not exist. */
    private void close(long frame, long mark, long outer, long outerFloor) {
        if (openFrame != frame || mustCheck()) {
            checkOpen(frame);
        }
        openFrame = outer;
        floor = outerFloor;
        reset(mark);
    }

    private void checkOpen(long frame) {
        checkUsable();
        if (openFrame != frame) {
            throw new IllegalStateException(blocks.owner()
                    + ": the frame was closed already, or one that was opened later is still open;"
                    + " use try (var frame = scratch.frame()) { ... }");
        }
    }

    /** Bytes from the start up to the current position, gaps between allocations included. */
    public long bytesInUse() {
        return next + bias;
    }

    /** Bytes of native memory that the arena holds now. */
    public long bytesHeld() {
        return blocks.held();
    }

    /** The lifetime of the arena. Segments that it gave may end earlier, but never later. */
    @Override
    public MemorySegment.Scope scope() {
        return blocks.scope();
    }

    /**
     * Frees all memory. Segments that were allocated throw from now on, safe views too.
     *
     * @throws UnsupportedOperationException if it is the arena {@linkplain #ofThread of a thread}
     * @throws WrongThreadException if the arena belongs to another thread
     * @throws IllegalStateException if the arena is closed already, or a native call is using its memory; close it again
     *     then once the call returned
     */
    @Override
    public void close() {
        checkThread();
        if (blocks.isFreed()) {
            throw closed();
        }
        if (!closeable) {
            throw new UnsupportedOperationException(
                    blocks.owner() + ": it lives as long as its thread; reset it, or make one by ofConfined()");
        }
        user = null;
        block = MemorySegment.NULL;
        start = NO_BLOCK;
        next = NO_BLOCK;
        end = 0;
        bias = -NO_BLOCK;
        plain = Long.MAX_VALUE;
        blocks.close();
    }

    /**
     * False only where {@link #checkUsable} would find nothing. Threads are compared by identity: their equals can be
     * anything.
     */
    @SuppressWarnings("ReferenceEquality")
    private boolean mustCheck() {
        return Thread.currentThread() != user;
    }

    private void checkUsable() {
        checkThread();
        if (blocks.isClosed()) {
            throw closed();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void checkThread() {
        if (owner != null && Thread.currentThread() != owner) {
            throw new WrongThreadException(blocks.owner() + " belongs to thread " + owner.getName() + " and is used by "
                    + Thread.currentThread().getName()
                    + "; make one for each thread, or take one by ScratchArena.ofThread() or from an ArenaPool");
        }
    }

    private IllegalStateException closed() {
        return new IllegalStateException(
                blocks.owner() + " is closed; make another, and keep it open for as long as its memory is used");
    }

    private IllegalArgumentException noMark(long mark) {
        return new IllegalArgumentException(blocks.owner() + ": " + mark
                + " is no mark of this arena, or a reset made it invalid; "
                + (next + bias) + " bytes are in use. Reset to what mark() gave, inner marks first");
    }

    @Override
    public String toString() {
        return blocks.owner() + ": " + bytesInUse() + " bytes in use, " + bytesHeld() + " held";
    }
}
