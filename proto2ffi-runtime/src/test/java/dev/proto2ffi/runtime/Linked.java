package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A struct that isn't flat, without accessors: tests write its memory as native code would. It has a pointer to its like, a
 * span of its like, unbounded text, a oneof, a bounded and an unbounded map.
 */
final class Linked extends StructView {
    private static final StructLayout SPAN =
            MemoryLayout.structLayout(ValueLayout.JAVA_LONG.withName("data"), ValueLayout.JAVA_LONG.withName("size"));

    private static final StructLayout AGES_LAYOUT = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(8, ValueLayout.JAVA_BYTE).withName("key"),
            ValueLayout.JAVA_INT.withName("value"));

    private static final StructLayout REALS_LAYOUT =
            MemoryLayout.structLayout(ValueLayout.JAVA_LONG.withName("key"), ValueLayout.JAVA_DOUBLE.withName("value"));

    static final long NEXT = 8;
    static final long NAME = 16;
    static final long CHILDREN = 32;
    static final long AGES_COUNT = 48;
    static final long AGES = 52;
    static final long CASE = 88;
    static final long UNION = 96;
    static final long REALS = 104;

    static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT.withName("value"),
                    MemoryLayout.paddingLayout(4),
                    ValueLayout.JAVA_LONG.withName("next"),
                    SPAN.withName("name"),
                    SPAN.withName("children"),
                    ValueLayout.JAVA_INT.withName("ages_count"),
                    MemoryLayout.sequenceLayout(3, AGES_LAYOUT).withName("ages"),
                    ValueLayout.JAVA_INT.withName("choice_case"),
                    MemoryLayout.paddingLayout(4),
                    MemoryLayout.unionLayout(
                                    ValueLayout.JAVA_INT.withName("number"), ValueLayout.JAVA_LONG.withName("other"))
                            .withName("choice"),
                    SPAN.withName("reals"))
            .withName("test.Linked");

    static final StructType<Linked> AGES_TYPE = describe("test.Linked.AgesEntry", AGES_LAYOUT, () -> Linked.AGES_TYPE)
            .build(
                    12,
                    4,
                    StructField.of("key", 1, "string", StructField.Kind.STRING, 0, 8)
                            .withBound(8),
                    StructField.of("value", 2, "int32", StructField.Kind.INT, 8, 4));

    static final StructType<Linked> REALS_TYPE = describe(
                    "test.Linked.RealsEntry", REALS_LAYOUT, () -> Linked.REALS_TYPE)
            .build(
                    16,
                    8,
                    StructField.of("key", 1, "uint64", StructField.Kind.UINT, 0, 8),
                    StructField.of("value", 2, "double", StructField.Kind.FLOAT, 8, 8));

    static final StructType<Linked> TYPE = builder().build(120, 8, fields());

    private final Supplier<StructType<Linked>> type;

    private Linked(MemorySegment segment, long address, Supplier<StructType<Linked>> type) {
        super(segment, address);
        this.type = type;
    }

    static StructType.Builder<Linked> builder() {
        return describe("test.Linked", LAYOUT, () -> Linked.TYPE)
                .notFlat()
                .fingerprint(9)
                .poolSize(50);
    }

    static StructField[] fields() {
        return new StructField[] {
            StructField.of("value", 1, "int32", StructField.Kind.INT, 0, 4),
            StructField.of("next", 2, "test.Linked", StructField.Kind.MESSAGE_POINTER, NEXT, 8)
                    .ofMessage(() -> Linked.TYPE),
            StructField.of("name", 3, "string", StructField.Kind.UNBOUNDED_STRING, NAME, 16),
            StructField.of("children", 4, "test.Linked", StructField.Kind.MESSAGE, CHILDREN, 120)
                    .ofMessage(() -> Linked.TYPE)
                    .unbounded(),
            StructField.of("ages", 5, "map<string, int32>", StructField.Kind.MESSAGE, AGES, 12)
                    .ofMessage(() -> Linked.AGES_TYPE)
                    .asMap()
                    .repeated(AGES_COUNT, 3),
            StructField.of("number", 6, "int32", StructField.Kind.INT, UNION, 4).inOneof("choice", CASE),
            StructField.of("other", 7, "test.Linked", StructField.Kind.MESSAGE_POINTER, UNION, 8)
                    .ofMessage(() -> Linked.TYPE)
                    .inOneof("choice", CASE),
            StructField.of("reals", 8, "map<uint64, double>", StructField.Kind.MESSAGE, REALS, 16)
                    .ofMessage(() -> Linked.REALS_TYPE)
                    .asMap()
                    .unbounded(),
        };
    }

    private static StructType.Builder<Linked> describe(
            String name, StructLayout layout, Supplier<StructType<Linked>> type) {
        return StructType.describe(
                name,
                layout,
                (segment, address) -> new Linked(segment, address, type),
                (segment, address, length) -> new Elements(type.get(), segment, address, length));
    }

    static Linked allocate(Arena arena) {
        return TYPE.allocate(arena);
    }

    Linked value(int value) {
        structSegment().set(ValueLayout.JAVA_INT, 0, value);
        return this;
    }

    int value() {
        return structSegment().get(ValueLayout.JAVA_INT, 0);
    }

    Linked pointer(long offset, @Nullable Linked target) {
        structSegment().set(ValueLayout.JAVA_LONG, offset, target == null ? 0 : target.structAddress());
        return this;
    }

    Linked span(long offset, long data, long size) {
        structSegment().set(ValueLayout.JAVA_LONG, offset, data);
        structSegment().set(ValueLayout.JAVA_LONG, offset + 8, size);
        return this;
    }

    Linked name(Arena arena, String text) {
        MemorySegment utf8 = arena.allocateFrom(text);
        return span(NAME, utf8.address(), utf8.byteSize() - 1);
    }

    Linked age(int index, String key, int value) {
        long at = AGES + index * 12L;
        Strings.set(structSegment(), at, 8, key, "key");
        structSegment().set(ValueLayout.JAVA_INT, at + 8, value);
        structSegment().set(ValueLayout.JAVA_INT, AGES_COUNT, index + 1);
        return this;
    }

    @Override
    public StructType<Linked> structType() {
        return type.get();
    }

    @Override
    public Linked clear() {
        Access.zero(Access.base(segment), address, structType().size());
        return this;
    }

    @Override
    public String toString() {
        return StructText.of(this);
    }

    private static final class Elements extends StructArray<Linked> {
        Elements(StructType<Linked> type, MemorySegment segment, long address, long length) {
            super(type, segment, address, length);
        }

        @Override
        public Linked get(long index) {
            StructType<Linked> type = structType();
            return new Linked(segment, locate(index, type.size()), () -> type);
        }

        @Override
        public Iterator<Linked> iterator() {
            return stream().iterator();
        }
    }
}
