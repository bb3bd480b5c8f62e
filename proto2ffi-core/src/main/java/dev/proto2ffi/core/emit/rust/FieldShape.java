package dev.proto2ffi.core.emit.rust;

import static dev.proto2ffi.core.emit.rust.Accessor.AT;
import static dev.proto2ffi.core.emit.rust.Accessor.CLEAR;
import static dev.proto2ffi.core.emit.rust.Accessor.COUNT;
import static dev.proto2ffi.core.emit.rust.Accessor.GET;
import static dev.proto2ffi.core.emit.rust.Accessor.GET_MUT;
import static dev.proto2ffi.core.emit.rust.Accessor.HAS;
import static dev.proto2ffi.core.emit.rust.Accessor.INIT;
import static dev.proto2ffi.core.emit.rust.Accessor.PUSH;
import static dev.proto2ffi.core.emit.rust.Accessor.SET;
import static dev.proto2ffi.core.emit.rust.Accessor.SET_AT;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.Set;

/**
 * How a field looks to users of the Rust struct, and hence which methods it has.
 *
 * <p>What is valid whatever its bytes is a public field. What isn't, or what belongs to a presence bit or a count, is
 * private behind methods.
 */
enum FieldShape {
    /** A public field. */
    PLAIN,
    /** A number, enum or array of bytes with a presence bit. */
    OPTIONAL_VALUE,
    /** A message with a presence bit. */
    OPTIONAL_MESSAGE,
    /** A string or bytes, checked when read and when written. */
    CHECKED,
    /** The same with a presence bit. */
    OPTIONAL_CHECKED,
    /** A count and an array whose elements are always valid. */
    SLICE,
    /** A count and an array of strings or bytes. */
    CHECKED_SLICE,
    /** An array of strings or bytes. */
    CHECKED_ARRAY;

    boolean has(Accessor accessor) {
        return accessors().contains(accessor);
    }

    private Set<Accessor> accessors() {
        return switch (this) {
            case PLAIN -> Set.of();
            case OPTIONAL_VALUE, OPTIONAL_CHECKED -> Set.of(GET, SET, HAS, CLEAR);
            case OPTIONAL_MESSAGE -> Set.of(GET, GET_MUT, SET, INIT, HAS, CLEAR);
            case CHECKED -> Set.of(GET, SET);
            case SLICE -> Set.of(GET, GET_MUT, SET, PUSH, COUNT, CLEAR);
            case CHECKED_SLICE -> Set.of(GET, AT, SET_AT, PUSH, COUNT, CLEAR);
            case CHECKED_ARRAY -> Set.of(GET, AT, SET_AT);
        };
    }

    static FieldShape of(FieldDef field) {
        boolean presence = field.presence();
        return field.type().accept(new FieldType.Visitor<>() {
            @Override
            public FieldShape scalar(FieldType.Scalar type) {
                return presence ? OPTIONAL_VALUE : PLAIN;
            }

            @Override
            public FieldShape enumValue(FieldType.EnumValue type) {
                return presence ? OPTIONAL_VALUE : PLAIN;
            }

            @Override
            public FieldShape boundedString(FieldType.BoundedString type) {
                return presence ? OPTIONAL_CHECKED : CHECKED;
            }

            @Override
            public FieldShape boundedBytes(FieldType.BoundedBytes type) {
                return presence ? OPTIONAL_CHECKED : CHECKED;
            }

            @Override
            public FieldShape fixedBytes(FieldType.FixedBytes type) {
                return presence ? OPTIONAL_VALUE : PLAIN;
            }

            @Override
            public FieldShape inlineMessage(FieldType.InlineMessage type) {
                return presence ? OPTIONAL_MESSAGE : PLAIN;
            }

            @Override
            public FieldShape boundedRepeated(FieldType.BoundedRepeated type) {
                return CheckedType.of(type.element()) == null ? SLICE : CHECKED_SLICE;
            }

            @Override
            public FieldShape fixedRepeated(FieldType.FixedRepeated type) {
                return CheckedType.of(type.element()) == null ? PLAIN : CHECKED_ARRAY;
            }

            @Override
            public FieldShape unboundedString(FieldType.UnboundedString type) {
                throw new IllegalStateException("unboundedString");
            }

            @Override
            public FieldShape unboundedBytes(FieldType.UnboundedBytes type) {
                throw new IllegalStateException("unboundedBytes");
            }

            @Override
            public FieldShape messagePointer(FieldType.MessagePointer type) {
                throw new IllegalStateException("messagePointer");
            }

            @Override
            public FieldShape mapEntry(FieldType.MapEntry type) {
                throw new IllegalStateException("mapEntry");
            }

            @Override
            public FieldShape unboundedRepeated(FieldType.UnboundedRepeated type) {
                throw new IllegalStateException("unboundedRepeated");
            }
        });
    }
}
