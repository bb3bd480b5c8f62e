package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;

/** Where structs stand in a region: offsets, which all processes understand, to views of this process and back. */
final class RegionPlaces {
    private final MemorySegment memory;
    private final RegionHeader header;
    private final String region;

    /**
     * @param memory of the region, the header first
     * @param region for messages
     */
    RegionPlaces(MemorySegment memory, RegionHeader header, String region) {
        this.memory = memory;
        this.header = header;
        this.region = region;
    }

    /**
     * The offset of structs.
     *
     * @param address of the first one
     * @param length of how many
     * @throws IllegalArgumentException if they aren't in this region
     */
    long offset(long address, StructType<?> type, long length) {
        long offset = address - memory.address();
        if (offset < RegionHeader.SIZE || offset > memory.byteSize() - length * type.size()) {
            throw new IllegalArgumentException(type.name() + ": this struct isn't in " + region
                    + "; allocate it there, " + type.name() + ".allocate(region)");
        }
        return offset;
    }

    /**
     * The structs at an offset.
     *
     * @throws IndexOutOfBoundsException if they can't have been allocated there
     * @throws IllegalArgumentException if they would be misaligned, or the length is negative
     * @throws UnsupportedOperationException if they aren't flat
     */
    <T extends Struct> StructArray<T> array(StructType<T> type, long offset, long length) {
        refusePointers(type.isFlat(), type.name());
        long used = header.used();
        if (length < 0) {
            throw new IllegalArgumentException(type.name() + ": an array can't have " + length + " elements");
        }
        if (offset < RegionHeader.SIZE || offset > used || length > (used - offset) / type.size()) {
            throw new IndexOutOfBoundsException(region + ": " + length + " x " + type.name() + " at offset " + offset
                    + " can't be; structs stand from " + RegionHeader.SIZE + " up to " + used
                    + (offset == 0 ? ", and the offset 0 means none" : ""));
        }
        return type.array(memory, offset, length);
    }

    /**
     * Refuses structs that mean nothing in another process.
     *
     * @throws UnsupportedOperationException if it isn't flat
     */
    static void refusePointers(boolean flat, String name) {
        if (!flat) {
            throw new UnsupportedOperationException(name
                    + " isn't flat, and its pointers mean nothing in another process; bound its strings, bytes, lists and"
                    + " maps (max_size, max_count), or allocate it from another arena");
        }
    }
}
