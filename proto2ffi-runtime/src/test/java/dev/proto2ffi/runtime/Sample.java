package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.social.Reaction;
import dev.proto2ffi.runtime.social.ReactionType;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Iterator;

/** A struct with a field of each kind, without accessors: tests write its memory as native code would. */
final class Sample extends StructView {
    static final StructLayout LAYOUT = MemoryLayout.structLayout(
                    MemoryLayout.sequenceLayout(1, ValueLayout.JAVA_INT).withName("p2f_has"),
                    ValueLayout.JAVA_INT.withName("maybe"),
                    ValueLayout.JAVA_INT.withName("tags_count"),
                    MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_INT).withName("tags"),
                    SizedBytes.layout(5).withName("data"),
                    MemoryLayout.sequenceLayout(3, ValueLayout.JAVA_BYTE).withName("hash"),
                    ValueLayout.JAVA_BYTE.withName("flag"),
                    ValueLayout.JAVA_FLOAT.withName("ratio"),
                    ValueLayout.JAVA_BYTE.withName("mood"),
                    MemoryLayout.paddingLayout(3),
                    Reaction.LAYOUT.withName("reaction"),
                    MemoryLayout.sequenceLayout(8, ValueLayout.JAVA_BYTE).withName("label"))
            .withName("test.Sample");

    static final StructType<Sample> TYPE = StructType.describe("test.Sample", LAYOUT, Sample::new, Elements::new)
            .fingerprint(7)
            .build(
                    96,
                    8,
                    StructField.of("maybe", 1, "int32", StructField.Kind.INT, 4, 4)
                            .withPresence(0, 0),
                    StructField.of("tags", 2, "uint32", StructField.Kind.UINT, 12, 4)
                            .repeated(8, 3),
                    StructField.of("data", 3, "bytes", StructField.Kind.BYTES, 24, 12)
                            .withBound(5),
                    StructField.of("hash", 4, "bytes", StructField.Kind.FIXED_BYTES, 36, 3)
                            .withBound(3),
                    StructField.of("flag", 5, "bool", StructField.Kind.BOOL, 39, 1),
                    StructField.of("ratio", 6, "float", StructField.Kind.FLOAT, 40, 4),
                    StructField.of("mood", 7, "social.ReactionType", StructField.Kind.ENUM, 44, 1)
                            .ofEnum(ReactionType::forNumber),
                    StructField.of("reaction", 8, "social.Reaction", StructField.Kind.MESSAGE, 48, 40)
                            .ofMessage(() -> Reaction.TYPE),
                    StructField.of("label", 9, "string", StructField.Kind.STRING, 88, 8)
                            .withBound(8));

    private Sample(MemorySegment segment, long address) {
        super(segment, address);
    }

    @Override
    public StructType<Sample> structType() {
        return TYPE;
    }

    @Override
    public Sample clear() {
        Access.zero(Access.base(segment), address, TYPE.size());
        return this;
    }

    @Override
    public String toString() {
        return StructText.of(this);
    }

    private static final class Elements extends StructArray<Sample> {
        Elements(MemorySegment segment, long address, long length) {
            super(TYPE, segment, address, length);
        }

        @Override
        public Sample get(long index) {
            return new Sample(segment, locate(index, TYPE.size()));
        }

        @Override
        public Iterator<Sample> iterator() {
            return stream().iterator();
        }
    }
}
