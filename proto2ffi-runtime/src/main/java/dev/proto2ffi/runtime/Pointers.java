package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Pointers in structs, 8 bytes at any alignment, and the memory behind them. What a pointer other than NULL leads to is
 * trusted, as far as it is aligned. Views and segments of that memory live as long as the struct that holds the pointer
 * may be used, and on the same threads; see that its own arena lives as long.
 */
public final class Pointers {
    private Pointers() {}

    /** All memory, once the program needs it: only structs with pointers and raw access do. */
    private static final class Memory {
        static final MemorySegment ALL = all();

        @SuppressWarnings("restricted")
        private static MemorySegment all() {
            try {
                return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
            } catch (IllegalCallerException e) {
                String what = Access.RAW ? "-Dproto2ffi.access=raw" : "following a pointer of a struct";
                throw new IllegalCallerException(what + " needs " + NativeAccess.flag(), e);
            }
        }
    }

    /**
     * The scope of a segment in the shape that {@link MemorySegment#reinterpret} wants, which asks an arena for its scope
     * and nothing else.
     */
    private record ScopeOf(MemorySegment.Scope scope) implements Arena {
        @Override
        public MemorySegment allocate(long byteSize, long byteAlignment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }
    }

    /** The segment that native addresses are offsets into. */
    public static MemorySegment memory() {
        return Memory.ALL;
    }

    /**
     * Whether a pointer isn't NULL.
     *
     * @param segment base of the access
     * @param offset of the pointer in it
     */
    public static boolean has(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset) != 0;
    }

    /**
     * The struct that a pointer leads to.
     *
     * @param owner the segment whose lifetime and thread the result gets
     * @param segment base of the access
     * @param offset of the pointer in it
     * @param size bytes of the struct
     * @param alignment of the struct, a power of two
     * @param field full name, for messages
     * @throws IllegalStateException if the pointer is NULL
     * @throws CorruptStructException if the pointer is misaligned or negative, where no memory is
     */
    public static MemorySegment target(
            MemorySegment owner, MemorySegment segment, long offset, long size, long alignment, String field) {
        long address = segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
        if (address <= 0 || (address & alignment - 1) != 0) {
            throw unusable(address, alignment, field);
        }
        return part(owner, address, size);
    }

    /**
     * Native memory with the lifetime and the owner thread of a segment.
     *
     * @param owner the segment
     * @param address of the first byte
     * @param size in bytes
     */
    @SuppressWarnings("restricted")
    public static MemorySegment part(MemorySegment owner, long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size, new ScopeOf(owner.scope()), null);
    }

    /** Native memory with the lifetime and the owner thread of a segment, given as a segment of another lifetime. */
    public static MemorySegment owned(MemorySegment owner, MemorySegment part) {
        return part(owner, part.address(), part.byteSize());
    }

    /** Stores the address of a struct; the other parameters as in {@link #has}. */
    public static void set(MemorySegment segment, long offset, Struct target) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, target.structAddress());
    }

    /** Stores NULL; parameters as in {@link #has}. */
    public static void clear(MemorySegment segment, long offset) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, 0);
    }

    private static IllegalStateException unusable(long address, long alignment, String field) {
        if (address == 0) {
            return new IllegalStateException(field + ": it is absent, its pointer is NULL");
        }
        return (address & alignment - 1) != 0
                ? misaligned(address, alignment, field)
                : new CorruptStructException(field, "no memory is at 0x" + Long.toHexString(address));
    }

    static CorruptStructException misaligned(long address, long alignment, String field) {
        return new CorruptStructException(
                field,
                "the stored pointer 0x" + Long.toHexString(address) + " is not a multiple of " + alignment
                        + ", the alignment of what it should point to");
    }
}
