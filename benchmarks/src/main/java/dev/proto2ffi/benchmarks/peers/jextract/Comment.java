package dev.proto2ffi.benchmarks.peers.jextract;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfLong;

/** {@code struct social_Comment}, as jextract maps it: see the package. */
public final class Comment {
    private static final OfLong C_LONG = ValueLayout.JAVA_LONG;

    private static final ValueLayout.OfByte C_CHAR = ValueLayout.JAVA_BYTE;

    private static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    C_LONG.withName("comment_id"),
                    C_LONG.withName("post_id"),
                    C_LONG.withName("author_id"),
                    C_LONG.withName("parent_comment_id"),
                    MemoryLayout.sequenceLayout(2000, C_CHAR).withName("text"),
                    C_LONG.withName("like_count"),
                    C_LONG.withName("reply_count"),
                    C_LONG.withName("created_at"))
            .withName("social_Comment");

    private Comment() {}

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

    private static final OfLong COMMENT_ID_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("comment_id"));
    private static final long COMMENT_ID_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("comment_id"));

    /** Getter for field: {@code uint64_t comment_id}. */
    public static long commentId(MemorySegment struct) {
        return struct.get(COMMENT_ID_LAYOUT, COMMENT_ID_OFFSET);
    }

    /** Setter for field: {@code uint64_t comment_id}. */
    public static void commentId(MemorySegment struct, long fieldValue) {
        struct.set(COMMENT_ID_LAYOUT, COMMENT_ID_OFFSET, fieldValue);
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

    private static final OfLong PARENT_COMMENT_ID_LAYOUT =
            (OfLong) LAYOUT.select(PathElement.groupElement("parent_comment_id"));
    private static final long PARENT_COMMENT_ID_OFFSET =
            LAYOUT.byteOffset(PathElement.groupElement("parent_comment_id"));

    /** Getter for field: {@code uint64_t parent_comment_id}. */
    public static long parentCommentId(MemorySegment struct) {
        return struct.get(PARENT_COMMENT_ID_LAYOUT, PARENT_COMMENT_ID_OFFSET);
    }

    /** Setter for field: {@code uint64_t parent_comment_id}. */
    public static void parentCommentId(MemorySegment struct, long fieldValue) {
        struct.set(PARENT_COMMENT_ID_LAYOUT, PARENT_COMMENT_ID_OFFSET, fieldValue);
    }

    private static final SequenceLayout TEXT_LAYOUT = (SequenceLayout) LAYOUT.select(PathElement.groupElement("text"));
    private static final long TEXT_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("text"));

    /** Getter for field: {@code char text[2000]}. */
    public static MemorySegment text(MemorySegment struct) {
        return struct.asSlice(TEXT_OFFSET, TEXT_LAYOUT.byteSize());
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

    private static final OfLong REPLY_COUNT_LAYOUT = (OfLong) LAYOUT.select(PathElement.groupElement("reply_count"));
    private static final long REPLY_COUNT_OFFSET = LAYOUT.byteOffset(PathElement.groupElement("reply_count"));

    /** Getter for field: {@code uint64_t reply_count}. */
    public static long replyCount(MemorySegment struct) {
        return struct.get(REPLY_COUNT_LAYOUT, REPLY_COUNT_OFFSET);
    }

    /** Setter for field: {@code uint64_t reply_count}. */
    public static void replyCount(MemorySegment struct, long fieldValue) {
        struct.set(REPLY_COUNT_LAYOUT, REPLY_COUNT_OFFSET, fieldValue);
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
