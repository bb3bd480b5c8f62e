package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A run of slots of a shared pool: their memory, their views, and their links in the {@link Stock}. Slots have one number
 * in the whole pool; a slab has those from {@link #first} to before {@link #end}.
 *
 * <p>A link says which slot lies below this one in the stock, and how many lie there from this one down. Both are kept as
 * the difference to what they are in a slab that nobody touched, where each slot lies on top of its successor. So a new
 * slab, all zeros, is linked already.
 *
 * @param <T> the generated class
 */
final class SharedSlab<T extends Struct> {
    /** In place of a slot's number: there is none. */
    static final int NO_SLOT = -1;

    private static final VarHandle LINK = MethodHandles.arrayElementVarHandle(long[].class);

    /** The slot that stands at the start of the memory. */
    final int first;

    /** One above the last slot. */
    final int end;

    /** What the views of this slab are made over, or a segment of the same bytes: see {@link #makeViews}. */
    final MemorySegment memory;

    private final StructType<T> type;
    private final long address;
    private final @Nullable StructView[] views;
    private final long[] links;

    /** How many slots were in the stock below this slab when it came there. Written before that and never after. */
    private int below;

    SharedSlab(StructType<T> type, MemorySegment memory, int first, int slots) {
        this(type, memory, first, new StructView[slots], new long[slots]);
    }

    private SharedSlab(
            StructType<T> type, MemorySegment memory, int first, @Nullable StructView[] views, long[] links) {
        this.type = type;
        this.memory = memory;
        this.first = first;
        this.end = first + views.length;
        this.address = Access.locate(memory, 0, views.length * type.size(), type.alignment(), type.name());
        this.views = views;
        this.links = links;
    }

    /** A slab in new memory, none of which is taken if there is no heap for the rest. */
    static <T extends Struct> SharedSlab<T> allocate(StructType<T> type, OwnedMemory memory, int first, int slots) {
        @Nullable StructView[] views = new StructView[slots];
        long[] links = new long[slots];
        return new SharedSlab<>(type, memory.allocate(slots * type.size(), type.alignment()), first, views, links);
    }

    boolean has(int slot) {
        return slot >= first && slot < end;
    }

    /** The view of a slot in the stock, or null if it was never handed out. */
    @Nullable StructView view(int slot) {
        return views[slot - first];
    }

    /** The slot that a view of this slab stands for, poisoned or not. */
    int slotOf(StructView view) {
        return first + (int) (((view.address & Long.MAX_VALUE) - address) / type.size());
    }

    /**
     * Makes the views of a run of slots that were never handed out and that the caller alone has. Views made together stay
     * together when the garbage collector moves them, for it follows {@link #views}. So the views of another thread's run,
     * which that one writes at each acquire and release, lie in other cache lines than those at the start of this one.
     *
     * <p>They have a segment of their own, for the collector puts what a view refers to right behind it: a segment of all
     * views would come to lie in the cache line of one that its thread writes, and be read by all others, at each access.
     */
    void makeViews(int from, int to) {
        MemorySegment own = isOfSeveral() ? memory.asSlice(0) : memory;
        for (int slot = from; slot < to; slot++) {
            views[slot - first] = newView(own, slot);
        }
    }

    /** Else users can have a segment of the same bytes as the slab's: that of its struct. */
    private boolean isOfSeveral() {
        return views.length > 1;
    }

    /** Whether the view was made here. */
    boolean made(StructView view) {
        return view.isOver(memory) || isOfSeveral() && view.isOverAllOf(memory);
    }

    /** What all views made here are {@linkplain StructView#isOverAllOf over}; null if that doesn't tell them from others. */
    @Nullable MemorySegment commonMemory() {
        return isOfSeveral() ? memory : null;
    }

    /** The view of a slot that is handed out for the first time; the caller alone has it. */
    StructView firstUse(int slot) {
        StructView view = views[slot - first];
        if (view == null) {
            view = newView(memory, slot);
            views[slot - first] = view;
        }
        if (!type.isZeroDefault()) {
            view.clear(); // fresh memory is zero, whatever was chosen for what comes back
        }
        return view;
    }

    private StructView newView(MemorySegment segment, int slot) {
        return (StructView) type.view(segment, address + (slot - first) * type.size());
    }

    /** Poisons all views that were made. */
    void poison() {
        for (StructView view : views) {
            if (view != null) {
                view.address |= Access.NOWHERE;
            }
        }
    }

    /** Puts all slots of this new slab on top of those that are in the stock; to be called before it is published. */
    void linkOver(int next, int depth) {
        below = depth;
        link(end - 1, next, depth + 1);
    }

    /**
     * The link of a slot. Opaque, because others may be changing it: then the reader will find the stock's head changed,
     * and throw the link away.
     */
    long link(int slot) {
        return (long) LINK.getOpaque(links, slot - first);
    }

    void link(int slot, int next, int depth) {
        long link = (long) (next - (slot + 1)) << Integer.SIZE | Integer.toUnsignedLong(depth - freshDepth(slot));
        LINK.setOpaque(links, slot - first, link);
    }

    /** The slot below this one, or {@link #NO_SLOT}. */
    static int next(int slot, long link) {
        return slot + 1 + (int) (link >> Integer.SIZE);
    }

    /** How many slots are in the stock from this one down. */
    int depth(int slot, long link) {
        return freshDepth(slot) + (int) link;
    }

    private int freshDepth(int slot) {
        return below + end - slot;
    }
}
