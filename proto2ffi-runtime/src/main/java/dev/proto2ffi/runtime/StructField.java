package dev.proto2ffi.runtime;

import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One field of a struct: its name and number in the schema, and where and how it is stored. Offsets and sizes are in
 * bytes, offsets from the start of the struct. Immutable.
 */
public final class StructField {
    /** How an element of the field is stored. */
    public enum Kind {
        /** One byte; anything but 0 is true. */
        BOOL,
        /** A signed integer of 1, 2, 4 or 8 bytes. */
        INT,
        /** An unsigned integer of 1, 2, 4 or 8 bytes. */
        UINT,
        /** An IEEE 754 number of 4 or 8 bytes. */
        FLOAT,
        /** The number of an enum value, signed, of 1, 2, 4 or 8 bytes. */
        ENUM,
        /** {@code char[N]}, see {@link Strings}. */
        STRING,
        /** {@code struct { uint32_t size; uint8_t data[N]; }}, see {@link SizedBytes}. */
        BYTES,
        /** {@code uint8_t[N]}, see {@link FixedBytes}. */
        FIXED_BYTES,
        /** Another struct, inline. */
        MESSAGE,
        /** {@code struct { const char *data; uint64_t size; }}: UTF-8 elsewhere, without a NUL. */
        UNBOUNDED_STRING,
        /** {@code struct { const uint8_t *data; uint64_t size; }}: bytes elsewhere. */
        UNBOUNDED_BYTES,
        /** A pointer to another struct, NULL where it is absent. */
        MESSAGE_POINTER
    }

    /** How many elements the field has. */
    public enum Shape {
        /** One. */
        SINGULAR,
        /** As many as its count says, up to its capacity. */
        REPEATED,
        /** Always as many as its capacity. */
        FIXED_COUNT,
        /** {@code struct { T *data; uint64_t size; }}: as many as its size says, elsewhere. */
        UNBOUNDED
    }

    private static final int NONE = -1;

    /** Bytes of a pointer and a length. */
    private static final long SPAN_SIZE = 16;

    private final String name;
    private String fullName;
    private final int number;
    private final String type;
    private final Kind kind;
    private final long offset;
    private final long elementSize;
    private Shape shape = Shape.SINGULAR;
    private int capacity = 1;
    private long countOffset = NONE;
    private int bound;
    private long presenceOffset = NONE;
    private int presenceBit;
    private @Nullable String oneof;
    private long caseOffset = NONE;
    private boolean map;
    private @Nullable Supplier<? extends StructType<?>> message;
    private @Nullable IntFunction<? extends StructEnum> enumeration;

    private StructField(String name, int number, String type, Kind kind, long offset, long elementSize) {
        this.name = name;
        this.fullName = name;
        this.number = number;
        this.type = type;
        this.kind = kind;
        this.offset = offset;
        this.elementSize = elementSize;
    }

    private StructField(StructField that) {
        this(that.name, that.number, that.type, that.kind, that.offset, that.elementSize);
        fullName = that.fullName;
        shape = that.shape;
        capacity = that.capacity;
        countOffset = that.countOffset;
        bound = that.bound;
        presenceOffset = that.presenceOffset;
        presenceBit = that.presenceBit;
        oneof = that.oneof;
        caseOffset = that.caseOffset;
        map = that.map;
        message = that.message;
        enumeration = that.enumeration;
    }

    /**
     * A singular field.
     *
     * @param name in the schema
     * @param number in the schema
     * @param type as the schema writes it: {@code uint64}, {@code string}, or the full name of a message or enum
     * @param kind of storage
     * @param offset of the first element
     * @param elementSize bytes of an element
     */
    public static StructField of(String name, int number, String type, Kind kind, long offset, long elementSize) {
        return new StructField(name, number, type, kind, offset, elementSize);
    }

    /** This field with a bound for strings or bytes, in bytes. */
    public StructField withBound(int maxSize) {
        StructField copy = new StructField(this);
        copy.bound = maxSize;
        return copy;
    }

    /** This field as a repeated one with a stored count. */
    public StructField repeated(long offsetOfCount, int maxCount) {
        StructField copy = new StructField(this);
        copy.shape = Shape.REPEATED;
        copy.countOffset = offsetOfCount;
        copy.capacity = maxCount;
        return copy;
    }

    /** This field as a repeated one of exactly {@code count} elements. */
    public StructField fixedCount(int count) {
        StructField copy = new StructField(this);
        copy.shape = Shape.FIXED_COUNT;
        copy.capacity = count;
        return copy;
    }

    /** This field as a repeated one whose elements are elsewhere. */
    public StructField unbounded() {
        StructField copy = new StructField(this);
        copy.shape = Shape.UNBOUNDED;
        copy.capacity = 0;
        return copy;
    }

    /** This repeated field of entries as a map. */
    public StructField asMap() {
        StructField copy = new StructField(this);
        copy.map = true;
        return copy;
    }

    /** This field as a member of a oneof, given where the number of the field that is set stands. */
    public StructField inOneof(String nameOfOneof, long offsetOfCase) {
        StructField copy = new StructField(this);
        copy.oneof = nameOfOneof;
        copy.caseOffset = offsetOfCase;
        return copy;
    }

    /** This field with a presence bit, given where the struct's presence words start; see {@link Presence}. */
    public StructField withPresence(long offsetOfWords, int bit) {
        StructField copy = new StructField(this);
        copy.presenceOffset = offsetOfWords;
        copy.presenceBit = bit;
        return copy;
    }

    /** This field as one of a message type, which is looked up when first needed. */
    public StructField ofMessage(Supplier<? extends StructType<?>> messageType) {
        StructField copy = new StructField(this);
        copy.message = messageType;
        return copy;
    }

    /** This field as one of an enum, given the enum's lookup by number. */
    public StructField ofEnum(IntFunction<? extends StructEnum> forNumber) {
        StructField copy = new StructField(this);
        copy.enumeration = forNumber;
        return copy;
    }

    /** This field as one of a struct. */
    StructField ownedBy(String struct) {
        StructField copy = new StructField(this);
        copy.fullName = struct + "." + name;
        return copy;
    }

    /** The name with that of the struct in front, for messages. */
    String fullName() {
        return fullName;
    }

    /** The name in the schema. */
    public String name() {
        return name;
    }

    /** The number in the schema. */
    public int number() {
        return number;
    }

    /**
     * The type of an element as the schema writes it: {@code uint64}, or the full name of a message or enum; of a map
     * {@code map<string, int32>}.
     */
    public String type() {
        return type;
    }

    /** How an element is stored. */
    public Kind kind() {
        return kind;
    }

    /** How many elements there are. */
    public Shape shape() {
        return shape;
    }

    /** Where the first element stands, or the pointer to it. */
    public long offset() {
        return offset;
    }

    /** Bytes of the field in its struct: all elements, without the count, or the pointer to them and their number. */
    public long size() {
        return shape == Shape.UNBOUNDED ? SPAN_SIZE : elementSize * capacity;
    }

    /** Bytes from an element to the next. */
    public long elementSize() {
        return elementSize;
    }

    /** The greatest number of elements; 1 for a singular field, 0 where nothing bounds it. */
    public int capacity() {
        return capacity;
    }

    /** The bound of a string (NUL included) or bytes field, in bytes; 0 for other kinds. */
    public int bound() {
        return bound;
    }

    /** Where the {@code uint32_t} count stands, or -1 where the shape stores none. */
    public long countOffset() {
        return countOffset;
    }

    /** Whether the struct stores a presence bit for this field. */
    public boolean hasPresence() {
        return presenceOffset != NONE;
    }

    /** The name of the oneof that the field is a member of, or null. */
    public @Nullable String oneof() {
        return oneof;
    }

    /** Where the {@code int32_t} number of the field that the oneof holds stands, or -1 outside of oneofs. */
    public long caseOffset() {
        return caseOffset;
    }

    /** Whether the elements are the entries of a map: structs of a key and a value. */
    public boolean isMap() {
        return map;
    }

    /** The struct that a {@link Kind#MESSAGE} field holds or a {@link Kind#MESSAGE_POINTER} points to. */
    public StructType<?> message() {
        return Objects.requireNonNull(message, name).get();
    }

    /** Whether accessors of an integer or enum field take 64 bits: its type or its storage has them. */
    boolean isLong() {
        return elementSize == Long.BYTES || kind != Kind.ENUM && type.endsWith("64");
    }

    /** The enum constant of a number, for a {@link Kind#ENUM} field. */
    StructEnum constant(int value) {
        return Objects.requireNonNull(enumeration, name).apply(value);
    }

    /** Where the presence words of the struct start. */
    long presenceOffset() {
        return presenceOffset;
    }

    /** The index of the presence bit. */
    int presenceBit() {
        return presenceBit;
    }

    @Override
    public String toString() {
        return type + " " + name + " = " + number + " at " + offset;
    }
}
