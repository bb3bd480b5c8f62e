package dev.proto2ffi.runtime.calc;

import dev.proto2ffi.runtime.Access;
import dev.proto2ffi.runtime.Spans;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructField;
import dev.proto2ffi.runtime.StructText;
import dev.proto2ffi.runtime.StructType;
import dev.proto2ffi.runtime.StructView;
import dev.proto2ffi.runtime.UnboundedStrings;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.util.Iterator;

/** Written by hand, as the model of what the Java emitter prints. */
public final class Text extends StructView {
    public static final long SIZE = 16;
    public static final long ALIGNMENT = 8;

    public static final StructLayout LAYOUT =
            MemoryLayout.structLayout(Spans.LAYOUT.withName("text")).withName("calc.Text");

    public static final StructType<Text> TYPE = StructType.describe("calc.Text", LAYOUT, Text::new, Elements::new)
            .fingerprint(14)
            .notFlat()
            .build(SIZE, ALIGNMENT, StructField.of("text", 1, "string", StructField.Kind.UNBOUNDED_STRING, 0, 16));

    private Text(MemorySegment segment, long address) {
        super(segment, address);
    }

    public static Text at(MemorySegment segment) {
        return new Text(segment, Access.locate(segment, 0, SIZE, ALIGNMENT, "calc.Text"));
    }

    public static Text allocate(SegmentAllocator allocator) {
        return at(Access.allocate(allocator, SIZE, ALIGNMENT, "calc.Text"));
    }

    public static StructArray<Text> allocateArray(SegmentAllocator allocator, long length) {
        return TYPE.allocateArray(allocator, length);
    }

    public String text() {
        return UnboundedStrings.get(Access.base(segment), address + 0, "calc.Text.text");
    }

    public Text text(SegmentAllocator allocator, String value) {
        UnboundedStrings.set(Access.base(segment), address + 0, allocator, value, "calc.Text.text");
        return this;
    }

    @Override
    public StructType<Text> structType() {
        return TYPE;
    }

    @Override
    public Text clear() {
        Access.zero(Access.base(segment), address, SIZE);
        return this;
    }

    @Override
    public String toString() {
        return StructText.of(this);
    }

    private static final class Elements extends StructArray<Text> {
        Elements(MemorySegment segment, long address, long length) {
            super(TYPE, segment, address, length);
        }

        @Override
        public Text get(long index) {
            return new Text(segment, locate(index, SIZE));
        }

        @Override
        public Iterator<Text> iterator() {
            return stream().iterator();
        }
    }
}
