package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * What every generated view holds: a segment, and an address that is an offset into {@link Access#base}. For generated
 * code only; users see {@link Struct} and the generated class.
 *
 * <p>The address can change, since a cursor moves its view, but only this package does so. It is never an address that
 * was not checked to hold a whole struct, except {@link Access#NOWHERE}.
 */
public abstract non-sealed class StructView implements Struct {
    /** The memory that the view was made over. In raw mode it only keeps that memory reachable. */
    protected final MemorySegment segment;

    /** Where the struct starts in {@code Access.base(segment)}, in bytes. */
    protected long address;

    /**
     * A view of a place that was checked.
     *
     * @param segment native memory
     * @param address as {@link Access#locate} gives it
     */
    protected StructView(MemorySegment segment, long address) {
        this.segment = segment;
        this.address = address;
    }

    /**
     * A view of a struct that stands inside another.
     *
     * @param parent the outer struct
     * @param offset where the inner one starts in it, in bytes
     */
    protected StructView(StructView parent, long offset) {
        this(parent.segment, parent.address + offset);
    }

    /**
     * A view of a new struct. Where the arena doesn't zero, what must not be left of earlier content is cleared; see
     * {@link ScratchBuilder#zeroed}.
     *
     * @param scratch that allocates it
     * @param type of the struct
     * @param size its bytes, a constant where it is called
     * @param alignment its alignment, a constant likewise
     */
    protected StructView(ScratchArena scratch, StructType<?> type, long size, long alignment) {
        boolean zeroed = scratch.isZeroed();
        this.address = scratch.place(size, alignment, zeroed);
        this.segment = scratch.block();
        if (!zeroed) {
            type.clearRemnants(Access.base(segment), address);
        }
    }

    /** Sets every field to its default and clears all presence bits and counts. */
    public abstract StructView clear();

    /**
     * Makes the snapshot of this struct.
     *
     * @param in reads the fields of this struct
     * @throws UnsupportedOperationException if the class was written without snapshots
     */
    protected Object structSnapshot(SnapshotReader in) {
        throw new UnsupportedOperationException(structType().name() + " has no snapshots");
    }

    /**
     * Sets the fields of this struct, which was cleared, to what a snapshot says.
     *
     * @param out writes the fields of this struct
     * @param snapshot of the class that {@link #structSnapshot} makes
     * @throws UnsupportedOperationException if the class was written without snapshots
     */
    protected void structRestore(SnapshotWriter out, Object snapshot) {
        throw new UnsupportedOperationException(structType().name() + " has no snapshots");
    }

    @Override
    public final MemorySegment structSegment() {
        checkSomewhere();
        long offset = Access.RAW ? address - segment.address() : address;
        return segment.asSlice(offset, structType().size());
    }

    @Override
    public final long structAddress() {
        checkSomewhere();
        return Access.RAW ? address : segment.address() + address;
    }

    /**
     * Whether the view was made over this very segment object: what a pool's own views have in common, and slices of the
     * same memory, which users have, don't.
     */
    @SuppressWarnings({"MemorySegmentReferenceEquality", "ReferenceEquality"})
    final boolean isOver(@Nullable MemorySegment slab) {
        return segment == slab;
    }

    /** Whether the view was made over all bytes of a slab, by this or another segment object. */
    @SuppressWarnings("ReferenceEquality")
    final boolean isOverAllOf(@Nullable MemorySegment slab) {
        return slab != null
                && segment.byteSize() == slab.byteSize()
                && segment.scope() == slab.scope()
                && segment.address() == slab.address();
    }

    private void checkSomewhere() {
        if (Checks.ON) {
            LeaseRegistry.checkInUse(segment);
        }
        if (address < 0) {
            throw new IllegalStateException(structType().name()
                    + ": this view points nowhere: it was given back to its pool,"
                    + " or next() of its cursor wasn't called");
        }
    }
}
