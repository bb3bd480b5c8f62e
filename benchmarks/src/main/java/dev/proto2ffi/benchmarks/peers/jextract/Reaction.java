package dev.proto2ffi.benchmarks.peers.jextract;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfLong;

/** {@code struct social_Reaction}, as jextract maps it: see the package. */
public final class Reaction {
    private static final OfLong C_LONG = ValueLayout.JAVA_LONG;
    private static final OfInt C_INT = ValueLayout.JAVA_INT;

    private static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    C_LONG.withName("reaction_id"),
                    C_LONG.withName("user_id"),
                    C_LONG.withName("target_id"),
                    C_INT.withName("reaction_type"),
                    MemoryLayout.paddingLayout(4),
                    C_LONG.withName("created_at"))
            .withName("social_Reaction");

    private Reaction() {}

    /** The layout of this struct. */
    public static StructLayout layout() {
        return LAYOUT;
    }

    /** The struct at an index of an array of them. */
    public static MemorySegment asSlice(MemorySegment array, long index) {
        return array.asSlice(layout().byteSize() * index);
    }

    /** The size, in bytes, of this struct. */
    public static long sizeof() {
        return layout().byteSize();
    }

    /** A new struct. */
    public static MemorySegment allocate(SegmentAllocator allocator) {
        return allocator.allocate(layout());
    }

    /** An array of new structs. */
    public static MemorySegment allocateArray(long elementCount, SegmentAllocator allocator) {
        return allocator.allocate(MemoryLayout.sequenceLayout(elementCount, layout()));
    }

    private static final OfLong REACTION_ID_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("reaction_id"));
    private static final long REACTION_ID_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("reaction_id"));

    /** Getter for field: {@code uint64_t reaction_id}. */
    public static long reactionId(MemorySegment struct) {
        return struct.get(REACTION_ID_LAYOUT, REACTION_ID_OFFSET);
    }

    /** Setter for field: {@code uint64_t reaction_id}. */
    public static void reactionId(MemorySegment struct, long fieldValue) {
        struct.set(REACTION_ID_LAYOUT, REACTION_ID_OFFSET, fieldValue);
    }

    private static final OfLong USER_ID_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("user_id"));
    private static final long USER_ID_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("user_id"));

    /** Getter for field: {@code uint64_t user_id}. */
    public static long userId(MemorySegment struct) {
        return struct.get(USER_ID_LAYOUT, USER_ID_OFFSET);
    }

    /** Setter for field: {@code uint64_t user_id}. */
    public static void userId(MemorySegment struct, long fieldValue) {
        struct.set(USER_ID_LAYOUT, USER_ID_OFFSET, fieldValue);
    }

    private static final OfLong TARGET_ID_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("target_id"));
    private static final long TARGET_ID_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("target_id"));

    /** Getter for field: {@code uint64_t target_id}. */
    public static long targetId(MemorySegment struct) {
        return struct.get(TARGET_ID_LAYOUT, TARGET_ID_OFFSET);
    }

    /** Setter for field: {@code uint64_t target_id}. */
    public static void targetId(MemorySegment struct, long fieldValue) {
        struct.set(TARGET_ID_LAYOUT, TARGET_ID_OFFSET, fieldValue);
    }

    private static final OfInt REACTION_TYPE_LAYOUT = (OfInt) LAYOUT.select(PathElement.groupElement("reaction_type"));
    private static final long REACTION_TYPE_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("reaction_type"));

    /** Getter for field: {@code int32_t reaction_type}. */
    public static int reactionType(MemorySegment struct) {
        return struct.get(REACTION_TYPE_LAYOUT, REACTION_TYPE_OFFSET);
    }

    /** Setter for field: {@code int32_t reaction_type}. */
    public static void reactionType(MemorySegment struct, int fieldValue) {
        struct.set(REACTION_TYPE_LAYOUT, REACTION_TYPE_OFFSET, fieldValue);
    }

    private static final OfLong CREATED_AT_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("created_at"));
    private static final long CREATED_AT_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("created_at"));

    /** Getter for field: {@code uint64_t created_at}. */
    public static long createdAt(MemorySegment struct) {
        return struct.get(CREATED_AT_LAYOUT, CREATED_AT_OFFSET);
    }

    /** Setter for field: {@code uint64_t created_at}. */
    public static void createdAt(MemorySegment struct, long fieldValue) {
        struct.set(CREATED_AT_LAYOUT, CREATED_AT_OFFSET, fieldValue);
    }
}
