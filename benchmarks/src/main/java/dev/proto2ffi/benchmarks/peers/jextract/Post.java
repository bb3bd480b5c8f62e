package dev.proto2ffi.benchmarks.peers.jextract;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfLong;

/** {@code struct social_Post}, as jextract maps it: see the package. */
public final class Post {
    private static final OfLong C_LONG = ValueLayout.JAVA_LONG;
    private static final OfInt C_INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfByte C_CHAR = ValueLayout.JAVA_BYTE;

    private static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    C_LONG.withName("post_id"),
                    C_LONG.withName("author_id"),
                    C_INT.withName("post_type"),
                    MemoryLayout.sequenceLayout(5000, C_CHAR).withName("content"),
                    MemoryLayout.sequenceLayout(512, C_CHAR).withName("media_url"),
                    C_INT.withName("visibility"),
                    C_LONG.withName("like_count"),
                    C_LONG.withName("comment_count"),
                    C_LONG.withName("share_count"),
                    C_LONG.withName("view_count"),
                    C_LONG.withName("created_at"),
                    C_LONG.withName("updated_at"))
            .withName("social_Post");

    private Post() {}

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

    private static final OfLong POST_ID_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("post_id"));
    private static final long POST_ID_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("post_id"));

    /** Getter for field: {@code uint64_t post_id}. */
    public static long postId(MemorySegment struct) {
        return struct.get(POST_ID_LAYOUT, POST_ID_OFFSET);
    }

    /** Setter for field: {@code uint64_t post_id}. */
    public static void postId(MemorySegment struct, long fieldValue) {
        struct.set(POST_ID_LAYOUT, POST_ID_OFFSET, fieldValue);
    }

    private static final OfLong AUTHOR_ID_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("author_id"));
    private static final long AUTHOR_ID_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("author_id"));

    /** Getter for field: {@code uint64_t author_id}. */
    public static long authorId(MemorySegment struct) {
        return struct.get(AUTHOR_ID_LAYOUT, AUTHOR_ID_OFFSET);
    }

    /** Setter for field: {@code uint64_t author_id}. */
    public static void authorId(MemorySegment struct, long fieldValue) {
        struct.set(AUTHOR_ID_LAYOUT, AUTHOR_ID_OFFSET, fieldValue);
    }

    private static final OfInt POST_TYPE_LAYOUT = (OfInt) LAYOUT.select(PathElement.groupElement("post_type"));
    private static final long POST_TYPE_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("post_type"));

    /** Getter for field: {@code int32_t post_type}. */
    public static int postType(MemorySegment struct) {
        return struct.get(POST_TYPE_LAYOUT, POST_TYPE_OFFSET);
    }

    /** Setter for field: {@code int32_t post_type}. */
    public static void postType(MemorySegment struct, int fieldValue) {
        struct.set(POST_TYPE_LAYOUT, POST_TYPE_OFFSET, fieldValue);
    }

    private static final SequenceLayout CONTENT_LAYOUT =
            (SequenceLayout) LAYOUT.select(PathElement.groupElement("content"));
    private static final long CONTENT_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("content"));

    /** Getter for field: {@code char content[5000]}. */
    public static MemorySegment content(MemorySegment struct) {
        return struct.asSlice(CONTENT_OFFSET, CONTENT_LAYOUT.byteSize());
    }

    private static final SequenceLayout MEDIA_URL_LAYOUT =
            (SequenceLayout) LAYOUT.select(PathElement.groupElement("media_url"));
    private static final long MEDIA_URL_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("media_url"));

    /** Getter for field: {@code char media_url[512]}. */
    public static MemorySegment mediaUrl(MemorySegment struct) {
        return struct.asSlice(MEDIA_URL_OFFSET, MEDIA_URL_LAYOUT.byteSize());
    }

    private static final OfInt VISIBILITY_LAYOUT = (OfInt) LAYOUT.select(PathElement.groupElement("visibility"));
    private static final long VISIBILITY_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("visibility"));

    /** Getter for field: {@code int32_t visibility}. */
    public static int visibility(MemorySegment struct) {
        return struct.get(VISIBILITY_LAYOUT, VISIBILITY_OFFSET);
    }

    /** Setter for field: {@code int32_t visibility}. */
    public static void visibility(MemorySegment struct, int fieldValue) {
        struct.set(VISIBILITY_LAYOUT, VISIBILITY_OFFSET, fieldValue);
    }

    private static final OfLong LIKE_COUNT_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("like_count"));
    private static final long LIKE_COUNT_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("like_count"));

    /** Getter for field: {@code uint64_t like_count}. */
    public static long likeCount(MemorySegment struct) {
        return struct.get(LIKE_COUNT_LAYOUT, LIKE_COUNT_OFFSET);
    }

    /** Setter for field: {@code uint64_t like_count}. */
    public static void likeCount(MemorySegment struct, long fieldValue) {
        struct.set(LIKE_COUNT_LAYOUT, LIKE_COUNT_OFFSET, fieldValue);
    }

    private static final OfLong COMMENT_COUNT_LAYOUT =
            (OfLong) LAYOUT.select(PathElement.groupElement("comment_count"));
    private static final long COMMENT_COUNT_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("comment_count"));

    /** Getter for field: {@code uint64_t comment_count}. */
    public static long commentCount(MemorySegment struct) {
        return struct.get(COMMENT_COUNT_LAYOUT, COMMENT_COUNT_OFFSET);
    }

    /** Setter for field: {@code uint64_t comment_count}. */
    public static void commentCount(MemorySegment struct, long fieldValue) {
        struct.set(COMMENT_COUNT_LAYOUT, COMMENT_COUNT_OFFSET, fieldValue);
    }

    private static final OfLong SHARE_COUNT_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("share_count"));
    private static final long SHARE_COUNT_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("share_count"));

    /** Getter for field: {@code uint64_t share_count}. */
    public static long shareCount(MemorySegment struct) {
        return struct.get(SHARE_COUNT_LAYOUT, SHARE_COUNT_OFFSET);
    }

    /** Setter for field: {@code uint64_t share_count}. */
    public static void shareCount(MemorySegment struct, long fieldValue) {
        struct.set(SHARE_COUNT_LAYOUT, SHARE_COUNT_OFFSET, fieldValue);
    }

    private static final OfLong VIEW_COUNT_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("view_count"));
    private static final long VIEW_COUNT_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("view_count"));

    /** Getter for field: {@code uint64_t view_count}. */
    public static long viewCount(MemorySegment struct) {
        return struct.get(VIEW_COUNT_LAYOUT, VIEW_COUNT_OFFSET);
    }

    /** Setter for field: {@code uint64_t view_count}. */
    public static void viewCount(MemorySegment struct, long fieldValue) {
        struct.set(VIEW_COUNT_LAYOUT, VIEW_COUNT_OFFSET, fieldValue);
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

    private static final OfLong UPDATED_AT_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("updated_at"));
    private static final long UPDATED_AT_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("updated_at"));

    /** Getter for field: {@code uint64_t updated_at}. */
    public static long updatedAt(MemorySegment struct) {
        return struct.get(UPDATED_AT_LAYOUT, UPDATED_AT_OFFSET);
    }

    /** Setter for field: {@code uint64_t updated_at}. */
    public static void updatedAt(MemorySegment struct, long fieldValue) {
        struct.set(UPDATED_AT_LAYOUT, UPDATED_AT_OFFSET, fieldValue);
    }
}
