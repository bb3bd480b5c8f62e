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
public final class Result extends StructView {
    public static final long SIZE = 8;
    public static final long ALIGNMENT = 8;

    public static final StructLayout LAYOUT =
            MemoryLayout.structLayout(ValueLayout.JAVA_LONG.withName("value")).withName("calc.Result");

    public static final StructType<Result> TYPE = StructType.describe("calc.Result", LAYOUT, Result::new, Elements::new)
            .fingerprint(12)
            .build(SIZE, ALIGNMENT, StructField.of("value", 1, "int64", StructField.Kind.INT, 0, 8));

    private Result(MemorySegment segment, long address) {
        super(segment, address);
    }

    public static Result at(MemorySegment segment) {
        return new Result(segment, Access.locate(segment, 0, SIZE, ALIGNMENT, "calc.Result"));
    }

    public static Result allocate(SegmentAllocator allocator) {
        return at(Access.allocate(allocator, SIZE, ALIGNMENT, "calc.Result"));
    }

    public static StructArray<Result> allocateArray(SegmentAllocator allocator, long length) {
        return TYPE.allocateArray(allocator, length);
    }

    public long value() {
        return Access.base(segment).get(ValueLayout.JAVA_LONG_UNALIGNED, address + 0);
    }

    public Result value(long value) {
        Access.base(segment).set(ValueLayout.JAVA_LONG_UNALIGNED, address + 0, value);
        return this;
    }

    @Override
    public StructType<Result> structType() {
        return TYPE;
    }

    @Override
    public Result clear() {
        Access.zero(Access.base(segment), address, SIZE);
        return this;
    }

    @Override
    public String toString() {
        return StructText.of(this);
    }

    private static final class Elements extends StructArray<Result> {
        Elements(MemorySegment segment, long address, long length) {
            super(TYPE, segment, address, length);
        }

        @Override
        public Result get(long index) {
            return new Result(segment, locate(index, SIZE));
        }

        @Override
        public Iterator<Result> iterator() {
            return stream().iterator();
        }
    }
}
