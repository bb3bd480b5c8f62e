package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Objects;

/**
 * The one way from a view to its memory. Which way that is gets chosen once, at start-up:
 *
 * <ul>
 *   <li><em>safe</em>, the default: a view holds a segment and an offset in it, and the segment checks bounds, lifetime
 *       and thread at each access;
 *   <li><em>raw</em>, by {@code -Dproto2ffi.access=raw}: a view holds an absolute address and reads through one segment
 *       that spans all memory. Bounds, lifetime and thread are checked when the view is made and never again: using a
 *       view whose arena was closed is undefined, as it is in C, and so is writing through a view of a read-only
 *       segment. Between its last use in the code and the access itself a raw view keeps nothing alive: neither an
 *       arena of {@link Arena#ofAuto()} nor a pool or a scratch arena that was dropped instead of closed.
 * </ul>
 *
 * <p>Generated code is the same in both: it reads {@code base(segment)} at {@code address + OFFSET}. The flag is static
 * and final, so the JIT folds the choice away.
 */
public final class Access {
    /** True when the system property {@code proto2ffi.access} is {@code raw}, and the checked mode isn't on. */
    public static final boolean RAW = isRaw(System.getProperty("proto2ffi.access", "safe")) && !Checks.ON;

    /**
     * The address of a view that points nowhere. So far below zero that adding any offset within a struct leaves it
     * negative, which fails the bounds check of either mode.
     */
    static final long NOWHERE = Long.MIN_VALUE;

    private static final MemorySegment ALL_MEMORY = RAW ? Pointers.memory() : MemorySegment.NULL;

    private Access() {}

    /**
     * The segment that addresses held by views are offsets into: the view's own in safe mode, all memory in raw mode.
     *
     * @param segment the segment held by the view
     * @throws LeaseException in the checked mode, if it is of a struct that was given back to its pool
     */
    public static MemorySegment base(MemorySegment segment) {
        if (Checks.ON) {
            LeaseRegistry.checkInUse(segment);
        }
        return RAW ? ALL_MEMORY : segment;
    }

    /**
     * Checks that a struct can stand at an offset of a segment, and answers the address that its view holds.
     *
     * @param segment native memory, alive and open to the calling thread
     * @param offset where the struct starts, in bytes from the segment's start
     * @param size bytes of the struct, or of the whole array of structs
     * @param alignment of the struct, a power of two
     * @param name of the struct, for messages
     * @return the offset in safe mode, the absolute address in raw mode
     * @throws IllegalArgumentException if the segment is on the heap, or the struct would be misaligned
     * @throws IndexOutOfBoundsException if the struct would reach beyond the segment
     * @throws IllegalStateException in raw mode, if the segment is no longer alive
     * @throws WrongThreadException in raw mode, if the segment belongs to another thread
     */
    public static long locate(MemorySegment segment, long offset, long size, long alignment, String name) {
        if (offset < 0 || size < 0 || offset > segment.byteSize() - size) {
            throw doesNotFit(segment, offset, size, name);
        }
        if (!segment.isNative()) {
            throw onHeap(name);
        }
        long address = segment.address() + offset;
        if ((address & (alignment - 1)) != 0) {
            throw misaligned(address, alignment, name);
        }
        if (RAW) {
            checkAlive(segment);
            return address;
        }
        return offset;
    }

    /**
     * Allocates zeroed native memory for a struct or an array of them.
     *
     * @param allocator most often an {@link Arena}, which then owns the memory
     * @param size bytes
     * @param alignment a power of two
     * @param name of the struct, for messages
     * @throws IllegalArgumentException if the allocator gives heap memory or misaligned memory
     * @throws IndexOutOfBoundsException if it gives less than that
     */
    public static MemorySegment allocate(SegmentAllocator allocator, long size, long alignment, String name) {
        MemorySegment segment = checked(allocator.allocate(size, alignment), size, alignment, name);
        if (!zeroes(allocator)) {
            Zeroing.zero(segment, 0, size);
        }
        return segment;
    }

    /** As {@link #allocate}, for memory that the caller writes all of: it needs no zeroing. */
    static MemorySegment allocateBare(SegmentAllocator allocator, long size, long alignment, String name) {
        if (allocator instanceof ScratchArena scratch) {
            return scratch.allocateBare(size, alignment);
        }
        if (allocator instanceof PooledArena pooled) {
            return pooled.allocate(size, alignment, false);
        }
        return checked(allocator.allocate(size, alignment), size, alignment, name);
    }

    /** The native address of zeroed memory, as {@link #allocate} gives it: without a segment, where the allocator is ours. */
    static long allocateAddress(SegmentAllocator allocator, long size, long alignment, String name) {
        return allocator instanceof ScratchArena scratch
                ? scratch.addressOf(scratch.place(size, alignment, true))
                : allocate(allocator, size, alignment, name).address();
    }

    /** Users' allocators may give other memory than was asked for. */
    private static MemorySegment checked(MemorySegment segment, long size, long alignment, String name) {
        if (!segment.isNative()) {
            throw onHeap(name);
        }
        locate(segment, 0, size, alignment, name);
        return segment;
    }

    /** Whether what the allocator gives is zero. The JDK's own arenas see to it; others, recycling ones, need not. */
    private static boolean zeroes(SegmentAllocator allocator) {
        if (allocator instanceof ScratchArena scratch) {
            return scratch.isZeroed();
        }
        if (allocator instanceof PooledArena pooled) {
            return pooled.isZeroed();
        }
        return allocator instanceof Arena && allocator.getClass().getModule() == Object.class.getModule()
                || allocator instanceof SharedRegion; // its cursor only grows, over a file that was made of zeros
    }

    /**
     * The same allocator, if a struct that holds pointers may come from it.
     *
     * @param name of the struct, for messages
     * @throws UnsupportedOperationException if it is a {@link SharedRegion}, whose pointers mean nothing elsewhere
     */
    public static SegmentAllocator forPointers(SegmentAllocator allocator, String name) {
        RegionPlaces.refusePointers(!(allocator instanceof SharedRegion), name);
        return allocator;
    }

    /**
     * A part of a view's memory as users may have it: with the lifetime and the owner thread of the segment that the view
     * was made over, in raw mode too.
     *
     * @param segment the segment held by the view
     * @param part a slice of {@link #base}, within that segment
     */
    public static MemorySegment owned(MemorySegment segment, MemorySegment part) {
        return RAW ? segment.asSlice(part.address() - segment.address(), part.byteSize()) : part;
    }

    /** Copies the bytes of one struct over those of another; the two may overlap. */
    public static void copy(StructView source, StructView target, long size) {
        MemorySegment.copy(base(source.segment), source.address, base(target.segment), target.address, size);
    }

    /** Sets {@code size} bytes to zero. */
    public static void zero(MemorySegment segment, long offset, long size) {
        Zeroing.zero(segment, offset, size);
    }

    private static boolean isRaw(String mode) {
        return switch (mode) {
            case "raw" -> true;
            case "safe" -> false;
            default ->
                throw new IllegalArgumentException(
                        "-Dproto2ffi.access=" + mode + ": expected safe (the default) or raw");
        };
    }

    private static void checkAlive(MemorySegment segment) {
        if (!segment.scope().isAlive()) {
            throw new IllegalStateException("Already closed");
        }
        if (!segment.isAccessibleBy(Thread.currentThread())) {
            throw new WrongThreadException("the segment belongs to another thread");
        }
    }

    private static IndexOutOfBoundsException doesNotFit(MemorySegment segment, long offset, long size, String name) {
        Objects.requireNonNull(segment);
        String hint = segment.byteSize() == 0 && segment.isNative()
                ? "; a pointer from native code has length 0 until MemorySegment.reinterpret gives it one"
                : "";
        return new IndexOutOfBoundsException(name + ": " + size + " bytes at offset " + offset
                + " don't fit in a segment of " + segment.byteSize() + " bytes" + hint);
    }

    private static IllegalArgumentException onHeap(String name) {
        return new IllegalArgumentException(name
                + ": the segment is on the Java heap, which native code can't see; allocate it from an Arena, "
                + "such as Arena.ofConfined()");
    }

    private static IllegalArgumentException misaligned(long address, long alignment, String name) {
        return new IllegalArgumentException(name + ": address 0x" + Long.toHexString(address) + " is not a multiple of "
                + alignment + ", the struct's alignment");
    }
}
