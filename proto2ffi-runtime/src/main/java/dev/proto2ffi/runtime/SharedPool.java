package dev.proto2ffi.runtime;

final class SharedPool<T extends Struct> extends StructPool<T> {
    SharedPool(PoolBuilder<T> builder) {
        super(builder.type());
        throw new UnsupportedOperationException();
    }

    @Override
    public T acquire() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(T struct) {
        throw new UnsupportedOperationException();
    }

    @Override
    public java.lang.foreign.SegmentAllocator allocator(T struct) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int capacity() {
        return 0;
    }

    @Override
    public int inUse() {
        return 0;
    }

    @Override
    public int highWater() {
        return 0;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {}
}
