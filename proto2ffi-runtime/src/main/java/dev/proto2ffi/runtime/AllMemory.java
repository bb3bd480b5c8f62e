package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;

/** The segment in which an address is its own offset: how pointers that native code wrote are followed. */
final class AllMemory {
    private static final MemorySegment SEGMENT = reinterpret();

    private AllMemory() {}

    /**
     * All memory.
     *
     * @throws ExceptionInInitializerError if the JVM was told to deny native access
     */
    static MemorySegment segment() {
        return SEGMENT;
    }

    @SuppressWarnings("restricted")
    private static MemorySegment reinterpret() {
        try {
            return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
        } catch (IllegalCallerException e) {
            throw new IllegalCallerException("following pointers in native memory needs " + NativeAccess.flag(), e);
        }
    }
}
