package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a {@link ScratchArena}: blocks in the order in which they are filled. A position in the arena is the bytes
 * of all blocks before the one it stands in, plus an offset in that. Each block has a lifetime of its own, so that it can
 * be freed without leaving segments that point to nothing.
 */
final class ScratchBlocks {
    /** Blocks stop doubling here. */
    private static final long LARGEST = 64L << 20;

    /** Of blocks: a cache line. */
    private static final long ALIGNMENT = 64;

    private record Block(OwnedMemory memory, MemorySegment segment) {
        long size() {
            return segment.byteSize();
        }
    }

    private final String owner;
    private final boolean shared;
    private final long firstBytes;
    private final long maxBytes;
    private final long keptBytes;
    private final List<Block> blocks = new ArrayList<>();

    /** In checked mode only. */
    private final @Nullable ScratchLifetimes lifetimes;

    /** The arena's own. A confined one is made here, by its owner: any thread may ask for its scope. */
    private @Nullable Arena lifetime;

    private int current = -1;
    private long before;
    private long held;
    private boolean closed;

    ScratchBlocks(ScratchBuilder builder, boolean shared) {
        this.owner = builder.owner();
        this.shared = shared;
        this.firstBytes = builder.blockBytes();
        this.maxBytes = builder.maxBytes();
        this.keptBytes = builder.keptBytes();
        this.lifetime = shared ? null : Arena.ofConfined();
        this.lifetimes = Checks.ON ? new ScratchLifetimes(owner, shared) : null;
    }

    /** The block to allocate from; an empty segment before the first. */
    MemorySegment current() {
        return current < 0 ? MemorySegment.NULL : blocks.get(current).segment;
    }

    /** The bytes of all blocks before the current one. */
    long before() {
        return before;
    }

    /**
     * Moves on to the next block that has room, a new one if need be.
     *
     * @return whether it is new, and so all zero
     * @throws PoolExhaustedException if a new one would be beyond the limit
     */
    boolean advance(long size, long alignment) {
        int candidate = current + 1;
        while (candidate < blocks.size() && !fits(blocks.get(candidate).segment, size, alignment)) {
            candidate++;
        }
        boolean fresh = candidate == blocks.size();
        if (fresh) {
            add(size, alignment);
            candidate = blocks.size() - 1;
        }
        while (current < candidate) {
            before += current < 0 ? 0 : blocks.get(current).size();
            current++;
        }
        return fresh;
    }

    private static boolean fits(MemorySegment block, long size, long alignment) {
        long at = block.address() + alignment - 1 & -alignment;
        return size <= block.address() + block.byteSize() - at;
    }

    private void add(long size, long alignment) {
        long wanted = blocks.isEmpty()
                ? firstBytes
                : Math.max(
                        firstBytes, Math.min(2 * blocks.get(blocks.size() - 1).size(), LARGEST));
        long needed = needed(size, alignment);
        if (Math.max(wanted, needed) > maxBytes - held) {
            freeFrom(current + 1); // kept, but too small for this allocation
        }
        if (needed > maxBytes - held) {
            throw new PoolExhaustedException(owner + ": no room for " + size + " bytes, with " + held + " of at most "
                    + maxBytes + " held; reset it more often, or raise maxBytes");
        }
        OwnedMemory memory = shared ? OwnedMemory.ofShared(owner) : OwnedMemory.ofConfined(owner);
        long bytes = Math.max(Math.min(wanted, maxBytes - held), needed);
        blocks.add(new Block(memory, memory.allocate(bytes, ALIGNMENT)));
        held += bytes;
    }

    /** The bytes of a block in which an allocation fits for sure: a larger alignment is made within, so that it counts. */
    private static long needed(long size, long alignment) {
        long gap = Math.max(0, alignment - ALIGNMENT);
        return size > Long.MAX_VALUE - gap ? Long.MAX_VALUE : Math.max(size + gap, 1);
    }

    /** Makes the block current that a position stands in. */
    void back(long position) {
        while (position < before || position == before && isSpare(current())) {
            current--;
            before -= current < 0 ? 0 : blocks.get(current).size();
        }
    }

    /** Whether a block alone is more than may be kept when it isn't in use; then it is never left current. */
    boolean isSpare(MemorySegment block) {
        return block.byteSize() > keptBytes;
    }

    /**
     * Frees blocks that aren't in use, from the last on, until what is left of them may be kept.
     *
     * @param position in the current block
     * @throws IllegalStateException if a native call is using one of them, which then stays
     */
    void trim(long position) {
        long spare = held - before - (position > before ? blocks.get(current).size() : 0);
        int end = blocks.size();
        while (spare > keptBytes && end > current + 1) {
            end--;
            spare -= blocks.get(end).size();
        }
        freeFrom(end);
    }

    private void freeFrom(int first) {
        for (int i = blocks.size() - 1; i >= first; i--) {
            blocks.get(i).memory.close();
            held -= blocks.remove(i).size();
        }
    }

    long held() {
        return held;
    }

    String owner() {
        return owner;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether it is closed, and nothing is left of it. */
    boolean isFreed() {
        return closed && held == 0;
    }

    ScratchLifetimes lifetimes() {
        if (lifetimes == null) {
            throw new AssertionError("of checked mode only");
        }
        return lifetimes;
    }

    MemorySegment.Scope scope() {
        if (lifetime == null) {
            lifetime = Arena.ofShared();
            if (closed) {
                lifetime.close();
            }
        }
        return lifetime.scope();
    }

    /** Ends the use of all blocks and frees them. Where that fails because a native call uses one, it may be repeated. */
    void close() {
        closed = true;
        current = -1;
        before = 0;
        if (lifetimes != null) {
            lifetimes.close();
        }
        freeFrom(0);
        if (lifetime != null) {
            lifetime.close();
        }
    }
}
