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
public final class BinaryOp extends StructView {
    public static final long SIZE = 16;
    public static final long ALIGNMENT = 8;

    public static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    ValueLayout.JAVA_LONG.withName("left"), ValueLayout.JAVA_LONG.withName("right"))
            .withName("calc.BinaryOp");

    public static final StructType<BinaryOp> TYPE = StructType.describe(
                    "calc.BinaryOp", LAYOUT, BinaryOp::new, Elements::new)
            .fingerprint(11)
            .build(
                    SIZE,
                    ALIGNMENT,
                    StructField.of("left", 1, "int64", StructField.Kind.INT, 0, 8),
                    StructField.of("right", 2, "int64", StructField.Kind.INT, 8, 8));

    private BinaryOp(MemorySegment segment, long address) {
        super(segment, address);
    }

    public static BinaryOp at(MemorySegment segment) {
        return new BinaryOp(segment, Access.locate(segment, 0, SIZE, ALIGNMENT, "calc.BinaryOp"));
    }

    public static BinaryOp allocate(SegmentAllocator allocator) {
        return at(Access.allocate(allocator, SIZE, ALIGNMENT, "calc.BinaryOp"));
    }

    public static StructArray<BinaryOp> allocateArray(SegmentAllocator allocator, long length) {
        return TYPE.allocateArray(allocator, length);
    }

    public long left() {
        return Access.base(segment).get(ValueLayout.JAVA_LONG_UNALIGNED, address + 0);
    }

    public BinaryOp left(long value) {
        Access.base(segment).set(ValueLayout.JAVA_LONG_UNALIGNED, address + 0, value);
        return this;
    }

    public long right() {
        return Access.base(segment).get(ValueLayout.JAVA_LONG_UNALIGNED, address + 8);
    }

    public BinaryOp right(long value) {
        Access.base(segment).set(ValueLayout.JAVA_LONG_UNALIGNED, address + 8, value);
        return this;
    }

    @Override
    public StructType<BinaryOp> structType() {
        return TYPE;
    }

    @Override
    public BinaryOp clear() {
        Access.zero(Access.base(segment), address, SIZE);
        return this;
    }

    @Override
    public String toString() {
        return StructText.of(this);
    }

    private static final class Elements extends StructArray<BinaryOp> {
        Elements(MemorySegment segment, long address, long length) {
            super(TYPE, segment, address, length);
        }

        @Override
        public BinaryOp get(long index) {
            return new BinaryOp(segment, locate(index, SIZE));
        }

        @Override
        public Iterator<BinaryOp> iterator() {
            return stream().iterator();
        }
    }
}
