package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Structs side by side in native memory, as a C array holds them. It may be used wherever its memory may; see
 * {@link Struct}. Iteration makes a view for each element, which the JIT removes from loops; {@link #cursor()} makes
 * one for all.
 *
 * @param <T> the generated class
 */
public abstract class StructArray<T extends Struct> implements Iterable<T> {
    /** The memory that the array was made over. */
    protected final MemorySegment segment;

    /** Where the first element starts in {@code Access.base(segment)}. */
    protected final long address;

    private final StructType<T> type;
    private final long length;

    /**
     * An array over a place that was checked, for generated code only.
     *
     * @param type of the elements
     * @param segment native memory
     * @param address as {@link Access#locate} gives it
     * @param length number of elements
     */
    protected StructArray(StructType<T> type, MemorySegment segment, long address, long length) {
        this.type = type;
        this.segment = segment;
        this.address = address;
        this.length = length;
    }

    /**
     * An array of structs that stand inside another one: a repeated field. For generated code only; nothing is checked.
     *
     * @param type of the elements
     * @param parent the struct that holds them
     * @param offset of the first in it, in bytes
     * @param length number of elements
     */
    protected StructArray(StructType<T> type, StructView parent, long offset, long length) {
        this(type, parent.segment, parent.address + offset, length);
    }

    /**
     * A view of an element.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public abstract T get(long index);

    /** The type of the elements. */
    public final StructType<T> structType() {
        return type;
    }

    /** The number of elements. */
    public final long length() {
        return length;
    }

    /**
     * The memory of all elements, with the lifetime and the owner thread of the memory that the array was made over.
     */
    public final MemorySegment segment() {
        checkInUse();
        long offset = Access.RAW ? address - segment.address() : address;
        return segment.asSlice(offset, length * type.size());
    }

    /** The native address of the first element. It keeps nothing alive. */
    public final long address() {
        checkInUse();
        return Access.RAW ? address : segment.address() + address;
    }

    /** A cursor that stands before the first element. */
    public final StructCursor<T> cursor() {
        return new StructCursor<>(this);
    }

    /**
     * The elements from {@code from} up to, but without, {@code to}: the same memory, not a copy.
     *
     * @throws IndexOutOfBoundsException if the array has no such range
     */
    public final StructArray<T> subArray(long from, long to) {
        Objects.checkFromToIndex(from, to, length);
        return type.arrayAt(segment, address + from * type.size(), to - from);
    }

    /**
     * Copies all elements of another array over the first ones of this; the two may overlap.
     *
     * @throws IndexOutOfBoundsException if this array is shorter
     * @throws UnsupportedOperationException if the elements aren't flat: then two arrays would share what they point to
     */
    public final void copyFrom(StructArray<T> source) {
        if (!type.isFlat()) {
            throw new UnsupportedOperationException(
                    type.name() + " isn't flat: copyFrom(allocator, source) copies what it points to as well");
        }
        Objects.checkFromIndexSize(0, source.length, length);
        long bytes = source.length * type.size();
        MemorySegment.copy(Access.base(source.segment), source.address, Access.base(segment), address, bytes);
    }

    /**
     * Copies all elements of another array over the first ones of this, together with all that they point to. The two
     * may overlap.
     *
     * @param allocator as a rule an arena, which owns the copies and must outlive their use
     * @throws IndexOutOfBoundsException if this array is shorter
     * @throws CorruptStructException if a stored size, count or pointer can't be one
     * @throws IllegalStateException if messages are nested more than 100 deep
     */
    public final void copyFrom(SegmentAllocator allocator, StructArray<T> source) {
        Objects.checkFromIndexSize(0, source.length, length);
        boolean backwards = address() > source.address(); // the two may overlap
        for (long i = 0; i < source.length; i++) {
            long index = backwards ? source.length - 1 - i : i;
            DeepCopy.copy((StructView) source.get(index), (StructView) get(index), allocator);
        }
    }

    /** Sets every field of every element to its default. */
    public final void clear() {
        if (type.isZeroDefault()) {
            Access.zero(Access.base(segment), address, length * type.size());
        } else {
            for (StructCursor<T> cursor = cursor(); cursor.next(); ) {
                ((StructView) cursor.view()).clear();
            }
        }
    }

    @Override
    public final Spliterator<T> spliterator() {
        return new StructSpliterator<>(this, 0, length);
    }

    /** A sequential stream of views. */
    public final Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * Where an element starts in {@code Access.base(segment)}.
     *
     * @param index of the element
     * @param size bytes of an element, a constant where it is called
     * @throws IndexOutOfBoundsException if there is no such element
     */
    protected final long locate(long index, long size) {
        return address + Objects.checkIndex(index, length) * size;
    }

    /** The one thing that neither a slice nor an address would check by itself. */
    private void checkInUse() {
        if (Checks.ON) {
            LeaseRegistry.checkInUse(segment);
        }
    }

    @Override
    public String toString() {
        return type.name() + "[" + length + "]";
    }
}
