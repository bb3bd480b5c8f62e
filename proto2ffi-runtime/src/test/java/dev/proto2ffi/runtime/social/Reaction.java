package dev.proto2ffi.runtime.social;

import dev.proto2ffi.runtime.Access;
import dev.proto2ffi.runtime.Contents;
import dev.proto2ffi.runtime.ScratchArena;
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

/** A user's reaction to a post. Written by hand, as the model of what the Java emitter prints. */
public final class Reaction extends StructView {
    /** Bytes of a struct. */
    public static final long SIZE = 40;

    /** Its alignment. */
    public static final long ALIGNMENT = 8;

    /** Where {@code reaction_id} starts. */
    public static final long REACTION_ID_OFFSET = 0;

    /** Where {@code user_id} starts. */
    public static final long USER_ID_OFFSET = 8;

    /** Where {@code target_id} starts. */
    public static final long TARGET_ID_OFFSET = 16;

    /** Where {@code reaction_type} starts. */
    public static final long REACTION_TYPE_OFFSET = 24;

    /** Where {@code created_at} starts. */
    public static final long CREATED_AT_OFFSET = 32;

    /** The layout. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    ValueLayout.JAVA_LONG.withName("reaction_id"),
                    ValueLayout.JAVA_LONG.withName("user_id"),
                    ValueLayout.JAVA_LONG.withName("target_id"),
                    ValueLayout.JAVA_INT.withName("reaction_type"),
                    MemoryLayout.paddingLayout(4),
                    ValueLayout.JAVA_LONG.withName("created_at"))
            .withName("social.Reaction");

    /** The type. */
    public static final StructType<Reaction> TYPE = StructType.describe(
                    "social.Reaction", LAYOUT, Reaction::new, Elements::new)
            .fingerprint(0x1L)
            .build(
                    SIZE,
                    ALIGNMENT,
                    StructField.of("reaction_id", 1, "uint64", StructField.Kind.UINT, REACTION_ID_OFFSET, 8),
                    StructField.of("user_id", 2, "uint64", StructField.Kind.UINT, USER_ID_OFFSET, 8),
                    StructField.of("target_id", 3, "uint64", StructField.Kind.UINT, TARGET_ID_OFFSET, 8),
                    StructField.of(
                                    "reaction_type",
                                    4,
                                    "social.ReactionType",
                                    StructField.Kind.ENUM,
                                    REACTION_TYPE_OFFSET,
                                    4)
                            .ofEnum(ReactionType::forNumber),
                    StructField.of("created_at", 5, "uint64", StructField.Kind.UINT, CREATED_AT_OFFSET, 8));

    private Reaction(MemorySegment segment, long address) {
        super(segment, address);
    }

    private Reaction(ScratchArena scratch) {
        super(scratch, TYPE, SIZE, ALIGNMENT);
    }

    public static Reaction at(MemorySegment segment) {
        return at(segment, 0);
    }

    public static Reaction at(MemorySegment segment, long offset) {
        return new Reaction(segment, Access.locate(segment, offset, SIZE, ALIGNMENT, "social.Reaction"));
    }

    public static Reaction allocate(SegmentAllocator allocator) {
        if (allocator instanceof ScratchArena scratch) {
            return new Reaction(scratch);
        }
        return at(Access.allocate(allocator, SIZE, ALIGNMENT, "social.Reaction"), 0);
    }

    public static StructArray<Reaction> allocateArray(SegmentAllocator allocator, long length) {
        return TYPE.allocateArray(allocator, length);
    }

    public long reactionId() {
        return reactionId(Access.base(segment), address);
    }

    public static long reactionId(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + REACTION_ID_OFFSET);
    }

    public Reaction reactionId(long value) {
        reactionId(Access.base(segment), address, value);
        return this;
    }

    public static void reactionId(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + REACTION_ID_OFFSET, value);
    }

    public long userId() {
        return userId(Access.base(segment), address);
    }

    public static long userId(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + USER_ID_OFFSET);
    }

    public Reaction userId(long value) {
        userId(Access.base(segment), address, value);
        return this;
    }

    public static void userId(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + USER_ID_OFFSET, value);
    }

    public long targetId() {
        return targetId(Access.base(segment), address);
    }

    public static long targetId(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + TARGET_ID_OFFSET);
    }

    public Reaction targetId(long value) {
        targetId(Access.base(segment), address, value);
        return this;
    }

    public static void targetId(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + TARGET_ID_OFFSET, value);
    }

    public int reactionTypeNumber() {
        return reactionTypeNumber(Access.base(segment), address);
    }

    public static int reactionTypeNumber(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset + REACTION_TYPE_OFFSET);
    }

    public Reaction reactionTypeNumber(int number) {
        reactionTypeNumber(Access.base(segment), address, number);
        return this;
    }

    public static void reactionTypeNumber(MemorySegment segment, long offset, int number) {
        segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset + REACTION_TYPE_OFFSET, number);
    }

    public ReactionType reactionType() {
        return reactionType(Access.base(segment), address);
    }

    public static ReactionType reactionType(MemorySegment segment, long offset) {
        return ReactionType.forNumber(reactionTypeNumber(segment, offset));
    }

    public Reaction reactionType(ReactionType value) {
        reactionType(Access.base(segment), address, value);
        return this;
    }

    public static void reactionType(MemorySegment segment, long offset, ReactionType value) {
        reactionTypeNumber(segment, offset, value.number());
    }

    public long createdAt() {
        return createdAt(Access.base(segment), address);
    }

    public static long createdAt(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset + CREATED_AT_OFFSET);
    }

    public Reaction createdAt(long value) {
        createdAt(Access.base(segment), address, value);
        return this;
    }

    public static void createdAt(MemorySegment segment, long offset, long value) {
        segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + CREATED_AT_OFFSET, value);
    }

    @Override
    public StructType<Reaction> structType() {
        return TYPE;
    }

    public Reaction copyFrom(Reaction source) {
        Access.copy(source, this, SIZE);
        return this;
    }

    @Override
    public Reaction clear() {
        Access.zero(Access.base(segment), address, SIZE);
        return this;
    }

    public boolean contentEquals(Reaction that) {
        return Contents.equal(this, that);
    }

    @Override
    public String toString() {
        return StructText.of(this);
    }

    private static final class Elements extends StructArray<Reaction> {
        Elements(MemorySegment segment, long address, long length) {
            super(TYPE, segment, address, length);
        }

        @Override
        public Reaction get(long index) {
            return new Reaction(segment, locate(index, SIZE));
        }

        @Override
        public Iterator<Reaction> iterator() {
            return new Each(this);
        }
    }

    private static final class Each extends StructIterator<Reaction> {
        Each(Elements elements) {
            super(elements);
        }

        @Override
        public Reaction next() {
            return new Reaction(segment, advance(SIZE));
        }
    }
}
