package dev.proto2ffi.runtime;

import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Splits an array in halves; the memory must be open to all threads where a stream is parallel. */
final class StructSpliterator<T extends Struct> implements Spliterator<T> {
    private final StructArray<T> array;
    private long index;
    private final long end;

    StructSpliterator(StructArray<T> array, long index, long end) {
        this.array = array;
        this.index = index;
        this.end = end;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        if (index >= end) {
            return false;
        }
        action.accept(array.get(index++));
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        for (; index < end; index++) {
            action.accept(array.get(index));
        }
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
        long start = index;
        long middle = start + (end - start) / 2;
        if (middle == start) {
            return null;
        }
        index = middle;
        return new StructSpliterator<>(array, start, middle);
    }

    @Override
    public long estimateSize() {
        return end - index;
    }

    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED | NONNULL;
    }
}
