package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.RegionException.Problem;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The first bytes of a region: who made it, its size, and how much is allocated. The same numbers stand in
 * docs/shared-region.md, proto2ffi_region.h and p2f/region.rs. Integers have the byte order of the machine.
 *
 * <p>The magic is written last, by release, and read first, by acquire: who sees it sees a whole header. The cursor
 * {@code used} is moved by compare-and-set, by any thread of any process; it never goes back, and what it passed over
 * was never anybody's before, so it is still zero.
 */
final class RegionHeader {
    /** Bytes of the header with all root entries: a page, so that what is allocated begins on one. */
    static final long SIZE = 4096;

    static final int VERSION = 1;

    /** The bytes {@code P2FSHARE} in memory, whatever the byte order. */
    static final long MAGIC = inMemory(0x503246_5348_415245L);

    static final long MAGIC_AT = 0;
    static final long BYTE_ORDER_AT = 8;
    static final long VERSION_AT = 12;
    static final long HEADER_SIZE_AT = 16;
    static final long ROOT_ENTRIES_AT = 20;
    static final long SIZE_AT = 24;
    static final long USED_AT = 32;
    static final long ROOTS_AT = 128;

    private static final int BYTE_ORDER_MARK = 0x01020304;

    private final MemorySegment memory;
    private final String region;

    /**
     * @param memory begins with a header that {@link #check} passed
     * @param region for messages
     */
    RegionHeader(MemorySegment memory, String region) {
        this.memory = memory;
        this.region = region;
    }

    /** Makes zeroed memory a region. */
    static void write(MemorySegment memory) {
        memory.set(ValueLayout.JAVA_INT, BYTE_ORDER_AT, BYTE_ORDER_MARK);
        memory.set(ValueLayout.JAVA_INT, VERSION_AT, VERSION);
        memory.set(ValueLayout.JAVA_INT, HEADER_SIZE_AT, (int) SIZE);
        memory.set(ValueLayout.JAVA_INT, ROOT_ENTRIES_AT, RegionRoots.ENTRIES);
        memory.set(ValueLayout.JAVA_LONG, SIZE_AT, memory.byteSize());
        memory.set(ValueLayout.JAVA_LONG, USED_AT, SIZE);
        Atomics.setRelease(memory, MAGIC_AT, MAGIC);
    }

    /**
     * The size that the header states, once all of it was found to be one.
     *
     * @param memory all bytes of the file, whatever they are
     * @param region for messages
     * @throws RegionException if this is no region that this program can use
     */
    static long check(MemorySegment memory, String region) {
        if (memory.byteSize() < SIZE) {
            throw tooShort(memory, region);
        }
        long magic = Atomics.getLongAcquire(memory, MAGIC_AT);
        if (magic == 0) {
            throw unfinished(region);
        }
        if (magic != MAGIC) {
            throw notARegion(region, "it begins with the bytes 0x" + Long.toHexString(inMemory(magic)));
        }
        checkMark(memory.get(ValueLayout.JAVA_INT, BYTE_ORDER_AT), region);
        int version = memory.get(ValueLayout.JAVA_INT, VERSION_AT);
        if (version != VERSION) {
            throw new RegionException(
                    Problem.OTHER_VERSION,
                    region + ": its header is of version " + version + ", this program knows version " + VERSION
                            + "; run programs of the same release of proto2ffi, and create the region anew");
        }
        return checkNumbers(memory, region);
    }

    private static void checkMark(int mark, String region) {
        if (mark == Integer.reverseBytes(BYTE_ORDER_MARK)) {
            throw new RegionException(
                    Problem.OTHER_BYTE_ORDER,
                    region + ": it was made on a machine of the other byte order, this one is "
                            + ByteOrder.nativeOrder() + "; a region can't move between them, create it anew");
        }
        if (mark != BYTE_ORDER_MARK) {
            throw corrupt(region, "its byte order mark is 0x" + Integer.toHexString(mark));
        }
    }

    private static long checkNumbers(MemorySegment memory, String region) {
        int headerSize = memory.get(ValueLayout.JAVA_INT, HEADER_SIZE_AT);
        int entries = memory.get(ValueLayout.JAVA_INT, ROOT_ENTRIES_AT);
        long size = memory.get(ValueLayout.JAVA_LONG, SIZE_AT);
        if (headerSize != SIZE || entries != RegionRoots.ENTRIES || size < SIZE) {
            throw corrupt(
                    region,
                    "its header says " + headerSize + " bytes of header, " + entries + " roots and " + size + " bytes");
        }
        if (size > memory.byteSize()) {
            throw truncated(region, memory.byteSize(), size + " bytes");
        }
        checkUsed(Atomics.getLongAcquire(memory, USED_AT), size, region);
        return size;
    }

    private static RegionException tooShort(MemorySegment memory, String region) {
        boolean begun = memory.byteSize() >= Long.BYTES && Atomics.getLongAcquire(memory, MAGIC_AT) == MAGIC;
        if (begun) {
            return truncated(region, memory.byteSize(), "a header of " + SIZE);
        }
        for (long i = 0; i < memory.byteSize(); i++) {
            if (memory.get(ValueLayout.JAVA_BYTE, i) != 0) {
                return notARegion(region, "it has only " + memory.byteSize() + " bytes");
            }
        }
        return unfinished(region);
    }

    /** Bytes of the region that are taken, the header included. */
    long used() {
        return checkUsed(Atomics.getLongAcquire(memory, USED_AT), memory.byteSize(), region);
    }

    /**
     * Takes bytes that nobody has.
     *
     * @param size at least 0
     * @param alignment a power of two, at most {@link SharedRegion#MAX_ALIGNMENT}
     * @return where they begin
     * @throws IllegalArgumentException if the size or the alignment can't be
     * @throws RegionException if so many aren't left
     */
    long take(long size, long alignment) {
        if (size < 0 || alignment < 1 || Long.bitCount(alignment) != 1) {
            throw new IllegalArgumentException(
                    region + ": can't allocate " + size + " bytes at an alignment of " + alignment);
        }
        if (alignment > SharedRegion.MAX_ALIGNMENT) {
            throw new IllegalArgumentException(region + ": can't align at " + alignment + ", "
                    + SharedRegion.MAX_ALIGNMENT + " is the most that all systems map at");
        }
        while (true) {
            long used = used();
            long start = (used + alignment - 1) & -alignment;
            if (start > memory.byteSize() || size > memory.byteSize() - start) {
                throw full(size, alignment, used);
            }
            if (Atomics.compareAndSet(memory, USED_AT, used, start + size)) {
                return start;
            }
        }
    }

    private RegionException full(long size, long alignment, long used) {
        return new RegionException(
                Problem.FULL,
                region + ": no room for " + size + " bytes at an alignment of " + alignment + ", "
                        + (memory.byteSize() - used) + " of its " + memory.byteSize()
                        + " bytes are left; create a larger one, for a region doesn't grow and nothing in it is freed");
    }

    private static long checkUsed(long used, long size, String region) {
        if (used < SIZE || used > size) {
            throw corrupt(region, "its header says that " + used + " of " + size + " bytes are used");
        }
        return used;
    }

    static RegionException corrupt(String region, String what) {
        return new RegionException(
                Problem.CORRUPT, region + ": " + what + ": some program wrote over it; create the region anew");
    }

    static RegionException unfinished(String region) {
        return new RegionException(
                Problem.UNFINISHED,
                region + ": it isn't finished: its creator is still at it (wait with open(file, patience)), or died;"
                        + " then delete the file and create it anew");
    }

    private static RegionException truncated(String region, long actual, String expected) {
        return new RegionException(
                Problem.TRUNCATED,
                region + ": the file was cut: it has " + actual + " bytes, but is to have " + expected
                        + "; create the region anew");
    }

    private static RegionException notARegion(String region, String found) {
        return new RegionException(
                Problem.NOT_A_REGION,
                region + ": this is no region of proto2ffi, " + found
                        + "; give the path of a file that SharedRegion.create made");
    }

    /** Big-endian to native order, and back. */
    private static long inMemory(long bytes) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? bytes : Long.reverseBytes(bytes);
    }
}
