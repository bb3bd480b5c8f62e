package dev.proto2ffi.runtime.social;

import dev.proto2ffi.runtime.Access;
import dev.proto2ffi.runtime.Contents;
import dev.proto2ffi.runtime.ScratchArena;
import dev.proto2ffi.runtime.Strings;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructField;
import dev.proto2ffi.runtime.StructIterator;
import dev.proto2ffi.runtime.StructText;
import dev.proto2ffi.runtime.StructType;
import dev.proto2ffi.runtime.StructView;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Iterator;

/** A post of the feed. Written by hand, as the model of what the Java emitter prints. */
public final class Post extends StructView {
    /** Bytes of a struct. */
    public static final long SIZE = 5584;

    /** Its alignment. */
    public static final long ALIGNMENT = 8;

    /** Where {@code post_id} starts. */
    public static final long POST_ID_OFFSET = 0;

    /** Where {@code author_id} starts. */
    public static final long AUTHOR_ID_OFFSET = 8;

    /** Where {@code post_type} starts. */
    public static final long POST_TYPE_OFFSET = 16;

    /** Where {@code content} starts. */
    public static final long CONTENT_OFFSET = 20;

    /** Where {@code media_url} starts. */
    public static final long MEDIA_URL_OFFSET = 5020;

    /** Where {@code visibility} starts. */
    public static final long VISIBILITY_OFFSET = 5532;

    /** Where {@code like_count} starts. */
    public static final long LIKE_COUNT_OFFSET = 5536;

    /** Where {@code comment_count} starts. */
    public static final long COMMENT_COUNT_OFFSET = 5544;

    /** Where {@code share_count} starts. */
    public static final long SHARE_COUNT_OFFSET = 5552;

    /** Where {@code view_count} starts. */
    public static final long VIEW_COUNT_OFFSET = 5560;

    /** Where {@code created_at} starts. */
    public static final long CREATED_AT_OFFSET = 5568;

    /** Where {@code updated_at} starts. */
    public static final long UPDATED_AT_OFFSET = 5576;

    /** The layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    ValueLayout.JAVA_LONG.withName("post_id"),
                    ValueLayout.JAVA_LONG.withName("author_id"),
                    ValueLayout.JAVA_INT.withName("post_type"),
                    MemoryLayout.sequenceLayout(5000, ValueLayout.JAVA_BYTE).withName("content"),
                    MemoryLayout.sequenceLayout(512, ValueLayout.JAVA_BYTE).withName("media_url"),
                    ValueLayout.JAVA_INT.withName("visibility"),
                    ValueLayout.JAVA_LONG.withName("like_count"),
                    ValueLayout.JAVA_LONG.withName("comment_count"),
                    ValueLayout.JAVA_LONG.withName("share_count"),
                    ValueLayout.JAVA_LONG.withName("view_count"),
                    ValueLayout.JAVA_LONG.withName("created_at"),
                    ValueLayout.JAVA_LONG.withName("updated_at"))
            .withName("social.Post");

    /** The type. */
    public static final StructType<Post> TYPE = StructType.describe("social.Post", LAYOUT, Post::new, Elements::new)
            .fingerprint(0x1L)
            .build(
                    SIZE,
                    ALIGNMENT,
                    StructField.of("post_id", 1, "uint64", StructField.Kind.UINT, POST_ID_OFFSET, 8),
                    StructField.of("author_id", 2, "uint64", StructField.Kind.UINT, AUTHOR_ID_OFFSET, 8),
                    StructField.of("post_type", 3, "social.PostType", StructField.Kind.ENUM, POST_TYPE_OFFSET, 4)
                            .ofEnum(PostType::forNumber),
                    StructField.of("content", 4, "string", StructField.Kind.STRING, CONTENT_OFFSET, 5000)
                            .withBound(5000),
                    StructField.of("media_url", 5, "string", StructField.Kind.STRING, MEDIA_URL_OFFSET, 512)
                            .withBound(512),
                    StructField.of("visibility", 6, "social.Visibility", StructField.Kind.ENUM, VISIBILITY_OFFSET, 4)
                            .ofEnum(Visibility::forNumber),
                    StructField.of("like_count", 7, "uint64", StructField.Kind.UINT, LIKE_COUNT_OFFSET, 8),
                    StructField.of("comment_count", 8, "uint64", StructField.Kind.UINT, COMMENT_COUNT_OFFSET, 8),
                    StructField.of("share_count", 9, "uint64", StructField.Kind.UINT, SHARE_COUNT_OFFSET, 8),
                    StructField.of("view_count", 10, "uint64", StructField.Kind.UINT, VIEW_COUNT_OFFSET, 8),
                    StructField.of("created_at", 11, "uint64", StructField.Kind.UINT, CREATED_AT_OFFSET, 8),
                    StructField.of("updated_at", 12, "uint64", StructField.Kind.UINT, UPDATED_AT_OFFSET, 8));

    private Post(MemorySegment segment, long address) {
        super(segment, address);
    }

    private Post(ScratchArena scratch) {
        super(scratch, TYPE, SIZE, ALIGNMENT);
    }

    public static Post at(MemorySegment segment) {
        return at(segment, 0);
    }

    public static Post at(MemorySegment segment, long offset) {
        return new Post(segment, Access.locate(segment, offset, SIZE, ALIGNMENT, "social.Post"));
    }

    public static Post allocate(SegmentAllocator allocator) {
        if (allocator instanceof ScratchArena scratch) {
            return new Post(scratch);
        }
        return at(Access.allocate(allocator, SIZE, ALIGNMENT, "social.Post"), 0);
    }

    public static StructArray<Post> allocateArray(SegmentAllocator allocator, long length) {
        return TYPE.allocateArray(allocator, length);
    }

    public long postId() {
        return postId(Access.base(segment), address);
    }

    public static long postId(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + POST_ID_OFFSET);
    }

    public Post postId(long value) {
        postId(Access.base(segment), address, value);
        return this;
    }

    public static void postId(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + POST_ID_OFFSET, value);
    }

    public long authorId() {
        return authorId(Access.base(segment), address);
    }

    public static long authorId(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + AUTHOR_ID_OFFSET);
    }

    public Post authorId(long value) {
        authorId(Access.base(segment), address, value);
        return this;
    }

    public static void authorId(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + AUTHOR_ID_OFFSET, value);
    }

    public int postTypeNumber() {
        return postTypeNumber(Access.base(segment), address);
    }

    public static int postTypeNumber(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset + POST_TYPE_OFFSET);
    }

    public Post postTypeNumber(int number) {
        postTypeNumber(Access.base(segment), address, number);
        return this;
    }

    public static void postTypeNumber(MemorySegment segment, long offset, int number) {
        segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset + POST_TYPE_OFFSET, number);
    }

    public PostType postType() {
        return postType(Access.base(segment), address);
    }

    public static PostType postType(MemorySegment segment, long offset) {
        return PostType.forNumber(postTypeNumber(segment, offset));
    }

    public Post postType(PostType value) {
        postType(Access.base(segment), address, value);
        return this;
    }

    public static void postType(MemorySegment segment, long offset, PostType value) {
        postTypeNumber(segment, offset, value.number());
    }

    public String content() {
        return content(Access.base(segment), address);
    }

    public static String content(MemorySegment segment, long offset) {
        return Strings.get(segment, offset + CONTENT_OFFSET, 5000);
    }

    public Post content(String value) {
        content(Access.base(segment), address, value);
        return this;
    }

    public static void content(MemorySegment segment, long offset, String value) {
        Strings.set(segment, offset + CONTENT_OFFSET, 5000, value, "social.Post.content");
    }

    public int contentSize() {
        return Strings.size(Access.base(segment), address + CONTENT_OFFSET, 5000);
    }

    public MemorySegment contentSegment() {
        return Strings.segment(Access.base(segment), address + CONTENT_OFFSET, 5000);
    }

    public boolean contentEquals(byte[] utf8) {
        return Strings.contentEquals(Access.base(segment), address + CONTENT_OFFSET, 5000, utf8);
    }

    public String mediaUrl() {
        return mediaUrl(Access.base(segment), address);
    }

    public static String mediaUrl(MemorySegment segment, long offset) {
        return Strings.get(segment, offset + MEDIA_URL_OFFSET, 512);
    }

    public Post mediaUrl(String value) {
        mediaUrl(Access.base(segment), address, value);
        return this;
    }

    public static void mediaUrl(MemorySegment segment, long offset, String value) {
        Strings.set(segment, offset + MEDIA_URL_OFFSET, 512, value, "social.Post.media_url");
    }

    public int mediaUrlSize() {
        return Strings.size(Access.base(segment), address + MEDIA_URL_OFFSET, 512);
    }

    public MemorySegment mediaUrlSegment() {
        return Strings.segment(Access.base(segment), address + MEDIA_URL_OFFSET, 512);
    }

    public boolean mediaUrlEquals(byte[] utf8) {
        return Strings.contentEquals(Access.base(segment), address + MEDIA_URL_OFFSET, 512, utf8);
    }

    public int visibilityNumber() {
        return visibilityNumber(Access.base(segment), address);
    }

    public static int visibilityNumber(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset + VISIBILITY_OFFSET);
    }

    public Post visibilityNumber(int number) {
        visibilityNumber(Access.base(segment), address, number);
        return this;
    }

    public static void visibilityNumber(MemorySegment segment, long offset, int number) {
        segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset + VISIBILITY_OFFSET, number);
    }

    public Visibility visibility() {
        return visibility(Access.base(segment), address);
    }

    public static Visibility visibility(MemorySegment segment, long offset) {
        return Visibility.forNumber(visibilityNumber(segment, offset));
    }

    public Post visibility(Visibility value) {
        visibility(Access.base(segment), address, value);
        return this;
    }

    public static void visibility(MemorySegment segment, long offset, Visibility value) {
        visibilityNumber(segment, offset, value.number());
    }

    public long likeCount() {
        return likeCount(Access.base(segment), address);
    }

    public static long likeCount(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + LIKE_COUNT_OFFSET);
    }

    public Post likeCount(long value) {
        likeCount(Access.base(segment), address, value);
        return this;
    }

    public static void likeCount(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + LIKE_COUNT_OFFSET, value);
    }

    public long commentCount() {
        return commentCount(Access.base(segment), address);
    }

    public static long commentCount(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + COMMENT_COUNT_OFFSET);
    }

    public Post commentCount(long value) {
        commentCount(Access.base(segment), address, value);
        return this;
    }

    public static void commentCount(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + COMMENT_COUNT_OFFSET, value);
    }

    public long shareCount() {
        return shareCount(Access.base(segment), address);
    }

    public static long shareCount(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + SHARE_COUNT_OFFSET);
    }

    public Post shareCount(long value) {
        shareCount(Access.base(segment), address, value);
        return this;
    }

    public static void shareCount(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + SHARE_COUNT_OFFSET, value);
    }

    public long viewCount() {
        return viewCount(Access.base(segment), address);
    }

    public static long viewCount(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + VIEW_COUNT_OFFSET);
    }

    public Post viewCount(long value) {
        viewCount(Access.base(segment), address, value);
        return this;
    }

    public static void viewCount(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + VIEW_COUNT_OFFSET, value);
    }

    public long createdAt() {
        return createdAt(Access.base(segment), address);
    }

    public static long createdAt(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + CREATED_AT_OFFSET);
    }

    public Post createdAt(long value) {
        createdAt(Access.base(segment), address, value);
        return this;
    }

    public static void createdAt(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + CREATED_AT_OFFSET, value);
    }

    public long updatedAt() {
        return updatedAt(Access.base(segment), address);
    }

    public static long updatedAt(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + UPDATED_AT_OFFSET);
    }

    public Post updatedAt(long value) {
        updatedAt(Access.base(segment), address, value);
        return this;
    }

    public static void updatedAt(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + UPDATED_AT_OFFSET, value);
    }

    @Override
    public StructType<Post> structType() {
        return TYPE;
    }

    public Post copyFrom(Post source) {
        Access.copy(source, this, SIZE);
        return this;
    }

    @Override
    public Post clear() {
        Access.zero(Access.base(segment), address, SIZE);
        return this;
    }

    public boolean contentEquals(Post that) {
        return Contents.equal(this, that);
    }

    @Override
    public String toString() {
        return StructText.of(this);
    }

    private static final class Elements extends StructArray<Post> {
        Elements(MemorySegment segment, long address, long length) {
            super(TYPE, segment, address, length);
        }

        @Override
        public Post get(long index) {
            return new Post(segment, locate(index, SIZE));
        }

        @Override
        public Iterator<Post> iterator() {
            return new Each(this);
        }
    }

    private static final class Each extends StructIterator<Post> {
        Each(Elements elements) {
            super(elements);
        }

        @Override
        public Post next() {
            return new Post(segment, advance(SIZE));
        }
    }
}
