package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** What rpcs get whose response points to nothing, where a parameter must be something. */
enum NoAllocator implements SegmentAllocator {
    INSTANCE;

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        throw new UnsupportedOperationException("this rpc has no allocator");
    }
}
