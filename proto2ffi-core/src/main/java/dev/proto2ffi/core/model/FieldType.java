package dev.proto2ffi.core.model;

import org.jspecify.annotations.Nullable;

/**
 * How a field is stored. Whoever treats types by kind implements {@link Visitor}, so that the compiler lists every place
 * that a new kind concerns.
 */
public sealed interface FieldType {
    <R> R accept(Visitor<R> visitor);

    /** Full name of the message that a field of this type holds inline, by itself or as element; null where none. */
    default @Nullable String inlineStruct() {
        return null;
    }

    /** A number or bool, stored inline. */
    record Scalar(ScalarType scalar) implements FieldType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scalar(this);
        }
    }

    /** An enum, stored inline as a signed integer of {@link EnumDef#storageSize()} bytes. */
    record EnumValue(EnumDef definition) implements FieldType {
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
    }

    /** One method for each kind of type. */
    interface Visitor<R> {
        R scalar(Scalar type);

        R enumValue(EnumValue type);

        R boundedString(BoundedString type);

        R boundedBytes(BoundedBytes type);

        R fixedBytes(FixedBytes type);

        R inlineMessage(InlineMessage type);

        R boundedRepeated(BoundedRepeated type);

        R fixedRepeated(FixedRepeated type);
    }
}
