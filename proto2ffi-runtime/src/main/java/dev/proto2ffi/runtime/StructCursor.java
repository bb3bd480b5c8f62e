package dev.proto2ffi.runtime;

import java.util.Objects;

/**
 * One view that moves over an array: {@code for (var c = posts.cursor(); c.next(); ) use(c.view());}. Nothing is
 * allocated for an element, whether or not the JIT compiled the loop; in exchange, a view taken from the cursor is
 * valid only until it moves. Not for use by several threads.
 *
 * @param <T> the generated class
 */
public final class StructCursor<T extends Struct> {
    private final StructArray<T> array;
    private final T view;
    private final StructView position;
    private final long size;
    private long index = -1;

    StructCursor(StructArray<T> array) {
        this.array = array;
        this.view = array.structType().view(array.segment, Access.NOWHERE);
        this.position = (StructView) view;
        this.size = array.structType().size();
    }

    /**
     * Moves to the next element, at first to the first.
     *
     * @return false if there is none; the view then points nowhere
     */
    public boolean next() {
        long next = index + 1;
        if (next >= array.length()) {
            index = array.length();
            position.address = Access.NOWHERE;
            return false;
        }
        index = next;
        position.address = array.address + next * size;
        return true;
    }

    /**
     * Moves to an element.
     *
     * @return the view
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public T moveTo(long element) {
        index = Objects.checkIndex(element, array.length());
        position.address = array.address + element * size;
        return view;
    }

    /** The view, always the same object. It points nowhere before the first {@link #next} and after the last. */
    public T view() {
        return view;
    }

    /** The index of the element that the view shows; -1 before the first, the length after the last. */
    public long index() {
        return index;
    }

    /** Goes back before the first element. */
    public void reset() {
        index = -1;
        position.address = Access.NOWHERE;
    }
}
