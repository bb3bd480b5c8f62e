package dev.proto2ffi.runtime;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * The elements of a repeated field as an unmodifiable list, read from memory at each call: changes of the field show.
 *
 * @param <E> what an element reads as
 */
public final class FieldList<E> extends AbstractList<E> implements RandomAccess {
    private final IntSupplier size;
    private final IntFunction<E> element;

    /**
     * A list over a field.
     *
     * @param size its number of elements
     * @param element its accessor
     */
    public FieldList(IntSupplier size, IntFunction<E> element) {
        this.size = size;
        this.element = element;
    }

    @Override
    public E get(int index) {
        return element.apply(index);
    }

    @Override
    public int size() {
        return size.getAsInt();
    }
}
