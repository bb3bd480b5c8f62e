package dev.proto2ffi.core.model;

import org.jspecify.annotations.Nullable;

/**
 * How a field is stored. Whoever treats types by kind implements {@link Visitor}, so that the compiler lists every place
 * that a new kind concerns.
 */
public sealed interface FieldType {
    <R> R accept(Visitor<R> visitor);

    /** Full name of the struct that a field of this type holds inline, by itself or as element; null where none. */
    default @Nullable String inlineStruct() {
        return null;
    }

    /** Full name of the struct that a field of this type holds or points to, by itself or as element; null where none. */
    default @Nullable String reachedStruct() {
        return inlineStruct();
    }

    /** Whether its storage, structs that it holds left aside, has a pointer. */
    default boolean hasPointer() {
        return false;
    }

    /** The type of an element of a repeated or map field; null for a singular one. */
    default @Nullable FieldType element() {
        return null;
    }

    /**
     * A number or bool, stored inline.
     *
     * @param storageSize bytes, also the alignment: the type's own, or 1, 2, 4 or 8 as {@code int_size} says for an
     *     integer. Then storage is a plain integer of that width and of the type's signedness
     */
    record Scalar(ScalarType scalar, int storageSize) implements FieldType {
        /** With storage of the type's own size. */
        public Scalar(ScalarType scalar) {
            this(scalar, scalar.size());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scalar(this);
        }
    }

    /**
     * An enum, stored inline as a signed integer.
     *
     * @param storageSize bytes, also the alignment: {@link EnumDef#storageSize()}, or 1, 2, 4 or 8 as the field's
     *     {@code int_size} says
     */
    record EnumValue(EnumDef definition, int storageSize) implements FieldType {
        /** With storage of the enum's own size. */
        public EnumValue(EnumDef definition) {
            this(definition, definition.storageSize());
        }

        /** Whether the field's storage is a plain integer, of another width than the enum's own type. */
        public boolean isPlainInteger() {
            return storageSize != definition.storageSize();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumValue(this);
        }
    }

    /**
     * {@code char[maxSize]}, UTF-8, always NUL-terminated.
     *
     * @param maxSize bytes of storage, the NUL included; at least 1
     */
    record BoundedString(int maxSize) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.boundedString(this);
        }
    }

    /**
     * A struct of {@code uint32_t size} and {@code uint8_t data[maxSize]}.
     *
     * @param maxSize capacity in bytes; at least 1
     */
    record BoundedBytes(int maxSize) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.boundedBytes(this);
        }
    }

    /**
     * {@code uint8_t[size]}, always full.
     *
     * @param size in bytes; at least 1
     */
    record FixedBytes(int size) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fixedBytes(this);
        }
    }

    /**
     * A message, stored inline.
     *
     * @param structName full protobuf name, looked up by {@link Schema#struct}
     */
    record InlineMessage(String structName) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inlineMessage(this);
        }

        @Override
        public String inlineStruct() {
            return structName;
        }
    }

    /** A pointer to text and its length, {@code struct { const char *data; uint64_t size; }}; not NUL-terminated. */
    record UnboundedString() implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unboundedString(this);
        }

        @Override
        public boolean hasPointer() {
            return true;
        }
    }

    /** A pointer to bytes and their number, {@code struct { const uint8_t *data; uint64_t size; }}. */
    record UnboundedBytes() implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unboundedBytes(this);
        }

        @Override
        public boolean hasPointer() {
            return true;
        }
    }

    /**
     * A pointer to a message, NULL where absent: recursive messages, and those that {@code indirect} asks for. Singular
     * fields and map values only.
     *
     * @param structName full protobuf name, looked up by {@link Schema#struct}
     */
    record MessagePointer(String structName) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.messagePointer(this);
        }

        @Override
        public String reachedStruct() {
            return structName;
        }

        @Override
        public boolean hasPointer() {
            return true;
        }
    }

    /**
     * A key and a value of a map, stored as a struct of these two fields; only as element of a repeated type, which then
     * is a map.
     *
     * @param structName full protobuf name of the entry, whose {@link StructDef#mapEntry()} is true
     */
    record MapEntry(String structName) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapEntry(this);
        }

        @Override
        public String inlineStruct() {
            return structName;
        }
    }

    /**
     * A {@code uint32_t} count, then an array with room for {@code maxCount} elements.
     *
     * @param element any type but a repeated one
     * @param maxCount capacity in elements; at least 1
     */
    record BoundedRepeated(FieldType element, int maxCount) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.boundedRepeated(this);
        }

        @Override
        public @Nullable String inlineStruct() {
            return element.inlineStruct();
        }

        @Override
        public @Nullable String reachedStruct() {
            return element.reachedStruct();
        }

        @Override
        public boolean hasPointer() {
            return element.hasPointer();
        }
    }

    /**
     * An array of exactly {@code count} elements, with no count stored.
     *
     * @param element any type but a repeated one
     * @param count number of elements; at least 1
     */
    record FixedRepeated(FieldType element, int count) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fixedRepeated(this);
        }

        @Override
        public @Nullable String inlineStruct() {
            return element.inlineStruct();
        }

        @Override
        public @Nullable String reachedStruct() {
            return element.reachedStruct();
        }

        @Override
        public boolean hasPointer() {
            return element.hasPointer();
        }
    }

    /**
     * A pointer to elements and their number, {@code struct { T *data; uint64_t size; }}.
     *
     * @param element any type but a repeated one
     */
    record UnboundedRepeated(FieldType element) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unboundedRepeated(this);
        }

        @Override
        public @Nullable String reachedStruct() {
            return element.reachedStruct();
        }

        @Override
        public boolean hasPointer() {
            return true;
        }
    }

    /** One method for each kind of type. */
    interface Visitor<R> {
        R scalar(Scalar type);

        R enumValue(EnumValue type);

        R boundedString(BoundedString type);

        R boundedBytes(BoundedBytes type);

        R fixedBytes(FixedBytes type);

        R unboundedString(UnboundedString type);

        R unboundedBytes(UnboundedBytes type);

        R inlineMessage(InlineMessage type);

        R messagePointer(MessagePointer type);

        R mapEntry(MapEntry type);

        R boundedRepeated(BoundedRepeated type);

        R fixedRepeated(FixedRepeated type);

        R unboundedRepeated(UnboundedRepeated type);
    }
}
