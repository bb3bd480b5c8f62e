package dev.proto2ffi.core.emit.rust;

import static dev.proto2ffi.core.emit.rust.Accessor.ALLOCATE;
import static dev.proto2ffi.core.emit.rust.Accessor.AT;
import static dev.proto2ffi.core.emit.rust.Accessor.ATOMIC;
import static dev.proto2ffi.core.emit.rust.Accessor.CLEAR;
import static dev.proto2ffi.core.emit.rust.Accessor.COUNT;
import static dev.proto2ffi.core.emit.rust.Accessor.GET;
import static dev.proto2ffi.core.emit.rust.Accessor.GET_MUT;
import static dev.proto2ffi.core.emit.rust.Accessor.HAS;
import static dev.proto2ffi.core.emit.rust.Accessor.INIT;
import static dev.proto2ffi.core.emit.rust.Accessor.ITER;
import static dev.proto2ffi.core.emit.rust.Accessor.LOAD;
import static dev.proto2ffi.core.emit.rust.Accessor.LOOKUP;
import static dev.proto2ffi.core.emit.rust.Accessor.PUSH;
import static dev.proto2ffi.core.emit.rust.Accessor.PUT;
import static dev.proto2ffi.core.emit.rust.Accessor.SET;
import static dev.proto2ffi.core.emit.rust.Accessor.SET_AT;
import static dev.proto2ffi.core.emit.rust.Accessor.STORE;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.StructDef;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a field looks to users of the Rust struct, and hence which methods it has.
 *
 * <p>What is valid whatever its bytes is a public field. What isn't, or what belongs to a presence bit, a case, a count or
 * a pointer, is private behind methods.
 *
 * @param accessors the methods
 */
record FieldShape(Form form, Set<Accessor> accessors) {
    /** Which class writes it. */
    enum Form {
        /** A public field. */
        PLAIN,
        /** A number, enum or array of bytes with a presence bit. */
        VALUE,
        /** A message with a presence bit. */
        MESSAGE,
        /** A string or bytes, checked when read and when written, with or without a presence bit. */
        CHECKED,
        /** A message behind a pointer. */
        POINTER,
        /** A number or enum that threads share. */
        ATOMIC,
        /** A count and an array whose elements are always valid. */
        SLICE,
        /** The same in a packed struct. */
        PACKED_SLICE,
        /** An array of strings or bytes, with or without a count. */
        CHECKED_SLICE,
        /** A pointer to elements that are always valid, and their number. */
        SPAN,
        /** A pointer to strings or bytes, and their number. */
        CHECKED_SPAN,
        /** What a oneof may hold. */
        ONEOF
    }

    static FieldShape of(StructDef struct, FieldDef field, StructKinds kinds) {
        if (field.oneof() != null) {
            return new FieldShape(Form.ONEOF, inOneof(struct, field));
        }
        if (field.atomic()) {
            return new FieldShape(Form.ATOMIC, withPresence(field, GET, SET, LOAD, STORE, ATOMIC));
        }
        FieldType type = field.type();
        if (CheckedType.of(type) != null) {
            return new FieldShape(Form.CHECKED, withPresence(field, GET, SET));
        }
        if (type instanceof FieldType.MessagePointer) {
            return new FieldShape(Form.POINTER, EnumSet.of(GET, GET_MUT, INIT, HAS, CLEAR));
        }
        if (type instanceof FieldType.BoundedRepeated repeated) {
            return bounded(struct, repeated.element(), kinds);
        }
        if (type instanceof FieldType.UnboundedRepeated repeated) {
            return unbounded(repeated.element(), kinds);
        }
        if (type instanceof FieldType.FixedRepeated repeated && CheckedType.of(repeated.element()) != null) {
            return new FieldShape(Form.CHECKED_SLICE, EnumSet.of(GET, AT, SET_AT));
        }
        if (!field.presence()) {
            return new FieldShape(Form.PLAIN, EnumSet.noneOf(Accessor.class));
        }
        if (type instanceof FieldType.InlineMessage) {
            return new FieldShape(
                    Form.MESSAGE,
                    struct.packed()
                            ? EnumSet.of(GET, SET, HAS, CLEAR)
                            : EnumSet.of(GET, GET_MUT, SET, INIT, HAS, CLEAR));
        }
        return new FieldShape(Form.VALUE, EnumSet.of(GET, SET, HAS, CLEAR));
    }

    boolean has(Accessor accessor) {
        return accessors.contains(accessor);
    }

    private static Set<Accessor> withPresence(FieldDef field, Accessor first, Accessor... rest) {
        EnumSet<Accessor> all = EnumSet.of(first, rest);
        if (field.presence()) {
            all.addAll(EnumSet.of(HAS, CLEAR));
        }
        return all;
    }

    private static Set<Accessor> inOneof(StructDef struct, FieldDef field) {
        if (field.type() instanceof FieldType.MessagePointer) {
            return EnumSet.of(GET_MUT, INIT);
        }
        boolean reference = field.type() instanceof FieldType.InlineMessage && !struct.packed();
        return reference ? EnumSet.of(GET_MUT, SET, INIT) : EnumSet.of(SET);
    }

    private static FieldShape bounded(StructDef struct, FieldType element, StructKinds kinds) {
        if (CheckedType.of(element) != null) {
            return new FieldShape(Form.CHECKED_SLICE, EnumSet.of(GET, AT, SET_AT, PUSH, COUNT, CLEAR));
        }
        EnumSet<Accessor> accessors = EnumSet.of(GET, SET, PUSH, COUNT, CLEAR);
        accessors.addAll(struct.packed() ? EnumSet.of(AT, SET_AT) : EnumSet.of(GET_MUT));
        if (!kinds.isPlain(element)) {
            accessors.remove(SET);
        }
        if (element instanceof FieldType.MapEntry) {
            accessors.addAll(EnumSet.of(LOOKUP, PUT, ITER));
        }
        return new FieldShape(struct.packed() ? Form.PACKED_SLICE : Form.SLICE, accessors);
    }

    private static FieldShape unbounded(FieldType element, StructKinds kinds) {
        if (CheckedType.of(element) != null) {
            return new FieldShape(Form.CHECKED_SPAN, EnumSet.of(GET, AT, SET, COUNT, CLEAR));
        }
        EnumSet<Accessor> accessors = EnumSet.of(GET, GET_MUT, ALLOCATE, COUNT, CLEAR);
        if (kinds.isPlain(element)) {
            accessors.add(SET);
        }
        if (element instanceof FieldType.MapEntry) {
            accessors.addAll(EnumSet.of(LOOKUP, ITER));
        }
        return new FieldShape(Form.SPAN, accessors);
    }
}
