package dev.proto2ffi.runtime;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What tools, pools and arrays know of a generated struct: its name, layout and fields, and how to make views of it.
 * There is one instance for a generated class, its constant {@code TYPE}. Immutable and safe for all threads.
 *
 * @param <T> the generated class
 */
public final class StructType<T extends Struct> {
    /**
     * Makes a view of a place that was checked.
     *
     * @param <T> the generated class
     */
    @FunctionalInterface
    public interface ViewFactory<T> {
        /**
         * @param segment native memory
         * @param address as {@link Access#locate} gives it
         */
        T view(MemorySegment segment, long address);
    }

    /**
     * Makes an array over a place that was checked.
     *
     * @param <T> the generated class
     */
    @FunctionalInterface
    public interface ArrayFactory<T extends Struct> {
        /**
         * @param segment native memory
         * @param address of the first element, as {@link Access#locate} gives it
         * @param length number of elements
         */
        StructArray<T> array(MemorySegment segment, long address, long length);
    }

    private final String name;
    private final StructLayout layout;
    private final long fingerprint;
    private final boolean flat;
    private final ViewFactory<T> views;
    private final ArrayFactory<T> arrays;
    private final List<StructField> fields;
    private final boolean zeroIsDefault;
    private final int poolSize;

    /** Made when first needed: field types may refer to each other. Racing threads make the same. */
    private @Nullable Remnants remnants;

    private StructType(Builder<T> builder, List<StructField> fields) {
        this.name = builder.name;
        this.layout = builder.layout;
        this.fingerprint = builder.fingerprint;
        this.flat = builder.flat;
        this.zeroIsDefault = builder.zeroIsDefault;
        this.poolSize = builder.poolSize;
        this.views = builder.views;
        this.arrays = builder.arrays;
        this.fields = fields;
    }

    /**
     * Begins the description of a generated class.
     *
     * @param name full name of the message
     * @param layout its layout, with a named member for each field
     * @param views the class's constructor
     * @param arrays the constructor of its array class
     * @param <T> the generated class
     */
    public static <T extends Struct> Builder<T> describe(
            String name, StructLayout layout, ViewFactory<T> views, ArrayFactory<T> arrays) {
        return new Builder<>(name, layout, views, arrays);
    }

    /** The full name of the message, such as {@code social.Post}. */
    public String name() {
        return name;
    }

    /** The layout, with a named member for each field and for each member that the mapping adds. */
    public StructLayout layout() {
        return layout;
    }

    /** Bytes of a struct, its trailing padding included: the distance of two elements in an array. */
    public long size() {
        return layout.byteSize();
    }

    /** The alignment of a struct in bytes, a power of two. */
    public long alignment() {
        return layout.byteAlignment();
    }

    /**
     * A hash of the layout and of all layouts that it holds. Two programs that have the same fingerprint for a struct
     * agree on every byte of it.
     */
    public long fingerprint() {
        return fingerprint;
    }

    /** Whether a struct holds no pointer, so that its bytes may be copied, mapped from a file and shared. */
    public boolean isFlat() {
        return flat;
    }

    /** The capacity of a pool of these that is given none, as the schema has it; 0 where it has none. */
    public int poolSize() {
        return poolSize;
    }

    /** The fields, in the order of the schema, those of oneofs included. */
    public List<StructField> fields() {
        return fields;
    }

    /**
     * A view of the struct at an offset of a segment.
     *
     * @throws IllegalArgumentException if the segment is on the heap, or the struct would be misaligned
     * @throws IndexOutOfBoundsException if the struct would reach beyond the segment
     */
    public T at(MemorySegment segment, long offset) {
        return views.view(segment, Access.locate(segment, offset, size(), alignment(), name));
    }

    /** A new struct, with every field at its default; its memory lives as long as the allocator's arena. */
    public T allocate(SegmentAllocator allocator) {
        return allocateArray(allocator, 1).get(0);
    }

    /**
     * An array over a segment, of as many elements as fit in it.
     *
     * @throws IllegalArgumentException if the segment is on the heap or misaligned
     */
    public StructArray<T> array(MemorySegment segment) {
        return array(segment, 0, segment.byteSize() / size());
    }

    /**
     * An array over a part of a segment.
     *
     * @param segment native memory
     * @param offset of the first element, in bytes
     * @param length number of elements
     * @throws IllegalArgumentException if the segment is on the heap, the array would be misaligned, or the length is
     *     negative
     * @throws IndexOutOfBoundsException if the array would reach beyond the segment
     */
    public StructArray<T> array(MemorySegment segment, long offset, long length) {
        long address = Access.locate(segment, offset, bytes(length), alignment(), name);
        return arrays.array(segment, address, length);
    }

    /**
     * A new array, with every field of every element at its default.
     *
     * @param allocator whose arena decides how long the memory lives
     * @param length number of elements
     * @throws IllegalArgumentException if the length is negative or the bytes don't fit in a long
     */
    public StructArray<T> allocateArray(SegmentAllocator allocator, long length) {
        SegmentAllocator owner = flat ? allocator : Access.forPointers(allocator, name);
        StructArray<T> array = array(Access.allocate(owner, bytes(length), alignment(), name), 0, length);
        if (!zeroIsDefault) {
            array.clear();
        }
        return array;
    }

    /** The view factory, for what this package makes of checked places. */
    T view(MemorySegment segment, long address) {
        return views.view(segment, address);
    }

    /** The array factory, for what this package makes of checked places. */
    StructArray<T> arrayAt(MemorySegment segment, long address, long length) {
        return arrays.array(segment, address, length);
    }

    /** Whether a struct of zero bytes has every field at its default. */
    boolean isZeroDefault() {
        return zeroIsDefault;
    }

    /** See {@link Remnants}. */
    void clearRemnants(MemorySegment base, long address) {
        Remnants known = remnants;
        if (known == null) {
            known = Remnants.of(this);
            remnants = known;
        }
        known.clear(base, address);
    }

    private long bytes(long length) {
        if (length < 0 || length > Long.MAX_VALUE / size()) {
            throw new IllegalArgumentException(name + ": an array can't have " + length + " elements");
        }
        return length * size();
    }

    @Override
    public String toString() {
        return name + " (" + size() + " bytes)";
    }

    /**
     * Gathers what {@link #describe} doesn't ask for.
     *
     * @param <T> the generated class
     */
    public static final class Builder<T extends Struct> {
        private final String name;
        private final StructLayout layout;
        private final ViewFactory<T> views;
        private final ArrayFactory<T> arrays;
        private long fingerprint;
        private boolean flat = true;
        private boolean zeroIsDefault = true;
        private int poolSize;

        private Builder(String name, StructLayout layout, ViewFactory<T> views, ArrayFactory<T> arrays) {
            this.name = name;
            this.layout = layout;
            this.views = views;
            this.arrays = arrays;
        }

        /** The fingerprint of the layout. */
        public Builder<T> fingerprint(long value) {
            fingerprint = value;
            return this;
        }

        /** Says that the struct holds pointers, directly or nested. */
        public Builder<T> notFlat() {
            flat = false;
            return this;
        }

        /** Says that some field without a presence bit has a default other than zero, directly or nested. */
        public Builder<T> hasDefaults() {
            zeroIsDefault = false;
            return this;
        }

        /** The schema's {@code pool_size}. */
        public Builder<T> poolSize(int structs) {
            poolSize = structs;
            return this;
        }

        /**
         * The type, once the layout was proven to stand where the generated constants say.
         *
         * @param size bytes of a struct
         * @param alignment in bytes
         * @param fields in the order of the schema
         * @throws IllegalStateException if layout and constants differ: the generated class was edited, or is mixed
         *     with one of another schema
         */
        public StructType<T> build(long size, long alignment, StructField... fields) {
            check("size", layout.byteSize(), size);
            check("alignment", layout.byteAlignment(), alignment);
            Set<Long> words = offsetsOfWords(fields);
            for (StructField field : fields) {
                MemoryLayout.PathElement[] member = path(field);
                check("offset of " + field.name(), layout.byteOffset(member), field.offset());
                check("size of " + field.name(), layout.select(member).byteSize(), field.size());
                if (field.shape() == StructField.Shape.REPEATED) {
                    checkWords("count of " + field.name(), field.countOffset(), words);
                }
                if (field.hasPresence()) {
                    checkWords("presence words of " + field.name(), field.presenceOffset(), words);
                }
                if (field.oneof() != null) {
                    checkWords("case of " + field.oneof(), field.caseOffset(), words);
                }
            }
            return new StructType<>(
                    this,
                    Arrays.stream(fields).map(field -> field.ownedBy(name)).toList());
        }

        /** The way to a field's member: through the union of its oneof where it has one. */
        private static MemoryLayout.PathElement[] path(StructField field) {
            MemoryLayout.PathElement member = MemoryLayout.PathElement.groupElement(field.name());
            return field.oneof() == null
                    ? new MemoryLayout.PathElement[] {member}
                    : new MemoryLayout.PathElement[] {MemoryLayout.PathElement.groupElement(field.oneof()), member};
        }

        /** Where the layout has 4-byte integers that no field is named like: counts, cases and presence words. */
        private Set<Long> offsetsOfWords(StructField[] fields) {
            Set<String> names = Arrays.stream(fields)
                    .filter(field -> field.oneof() == null)
                    .map(StructField::name)
                    .collect(Collectors.toSet());
            Set<Long> offsets = new HashSet<>();
            long offset = 0;
            for (MemoryLayout member : layout.memberLayouts()) {
                MemoryLayout element = member instanceof SequenceLayout array ? array.elementLayout() : member;
                if (element instanceof ValueLayout.OfInt
                        && !names.contains(member.name().orElse(""))) {
                    offsets.add(offset);
                }
                offset += member.byteSize();
            }
            return offsets;
        }

        private void checkWords(String what, long expected, Set<Long> words) {
            if (!words.contains(expected)) {
                throw new IllegalStateException(name + ": the layout has no " + what + " at offset " + expected
                        + ", where it was generated to be; generate the classes of all schemas anew");
            }
        }

        private void check(String what, long actual, long expected) {
            if (actual != expected) {
                throw new IllegalStateException(name + ": " + what + " is " + actual + ", but was generated as "
                        + expected + "; generate the classes of all schemas anew");
            }
        }
    }
}
