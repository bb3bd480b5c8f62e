package dev.proto2ffi.runtime;

import java.lang.foreign.*;

public final class ScratchArena implements Arena {
    static ScratchArena forLease(long blockBytes, boolean shared) {
        throw new UnsupportedOperationException();
    }

    public void reset() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MemorySegment.Scope scope() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
