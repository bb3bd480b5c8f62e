package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks over an array, with a view of its own for each element. Generated classes add {@code next()}, so that the class
 * of the view is known where it is made and the JIT can do without the view.
 *
 * @param <T> the generated class
 */
public abstract class StructIterator<T extends Struct> implements Iterator<T> {
    /** The memory of the array. */
    protected final MemorySegment segment;

    private final long end;
    private long address;

    /** An iterator from the first element to the last. */
    protected StructIterator(StructArray<T> array) {
        segment = array.segment;
        address = array.address;
        end = array.address + array.length() * array.structType().size();
    }

    @Override
    public final boolean hasNext() {
        return address < end;
    }

    /**
     * Steps over an element.
     *
     * @param size bytes of an element, a constant where it is called
     * @return the element's address
     * @throws NoSuchElementException after the last
     */
    protected final long advance(long size) {
        long element = address;
        if (element >= end) {
            throw new NoSuchElementException();
        }
        address = element + size;
        return element;
    }
}
