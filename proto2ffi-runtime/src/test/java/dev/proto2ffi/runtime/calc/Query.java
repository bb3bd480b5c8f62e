package dev.proto2ffi.runtime.calc;

import dev.proto2ffi.runtime.Access;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructField;
import dev.proto2ffi.runtime.StructText;
import dev.proto2ffi.runtime.StructType;
import dev.proto2ffi.runtime.StructView;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Iterator;

/** Written by hand, as the model of what the Java emitter prints. */
public final class Query extends StructView {
    public static final long SIZE = 8;
    public static final long ALIGNMENT = 4;

    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT.withName("count"), ValueLayout.JAVA_INT.withName("mode"))
            .withName("calc.Query");

    public static final StructType<Query> TYPE = StructType.describe("calc.Query", LAYOUT, Query::new, Elements::new)
            .fingerprint(13)
            .build(
                    SIZE,
                    ALIGNMENT,
                    StructField.of("count", 1, "int32", StructField.Kind.INT, 0, 4),
                    StructField.of("mode", 2, "int32", StructField.Kind.INT, 4, 4));

    private Query(MemorySegment segment, long address) {
        super(segment, address);
    }

    public static Query at(MemorySegment segment) {
        return new Query(segment, Access.locate(segment, 0, SIZE, ALIGNMENT, "calc.Query"));
    }

    public static Query allocate(SegmentAllocator allocator) {
        return at(Access.allocate(allocator, SIZE, ALIGNMENT, "calc.Query"));
    }

    public static StructArray<Query> allocateArray(SegmentAllocator allocator, long length) {
        return TYPE.allocateArray(allocator, length);
    }

    public int count() {
        return Access.base(segment).get(ValueLayout.JAVA_INT_UNALIGNED, address + 0);
    }

    public Query count(int value) {
        Access.base(segment).set(ValueLayout.JAVA_INT_UNALIGNED, address + 0, value);
        return this;
    }

    public int mode() {
        return Access.base(segment).get(ValueLayout.JAVA_INT_UNALIGNED, address + 4);
    }

    public Query mode(int value) {
        Access.base(segment).set(ValueLayout.JAVA_INT_UNALIGNED, address + 4, value);
        return this;
    }

    @Override
    public StructType<Query> structType() {
        return TYPE;
    }

    @Override
    public Query clear() {
        Access.zero(Access.base(segment), address, SIZE);
        return this;
    }

    @Override
    public String toString() {
        return StructText.of(this);
    }

    private static final class Elements extends StructArray<Query> {
        Elements(MemorySegment segment, long address, long length) {
            super(TYPE, segment, address, length);
        }

        @Override
        public Query get(long index) {
            return new Query(segment, locate(index, SIZE));
        }

        @Override
        public Iterator<Query> iterator() {
            return stream().iterator();
        }
    }
}
