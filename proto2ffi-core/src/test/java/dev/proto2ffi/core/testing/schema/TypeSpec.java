package dev.proto2ffi.core.testing.schema;

import dev.proto2ffi.core.model.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * A type that a field may have, before its options.
 *
 * @param text as it is written
 * @param scalar null for other kinds
 */
record TypeSpec(
        Kind kind,
        String text,
        @Nullable ScalarType scalar,
        @Nullable EnumSpec enumeration,
        @Nullable MessageSpec message) {
    enum Kind {
        INTEGER,
        FLOATING,
        BOOL,
        ENUM,
        STRING,
        BYTES,
        MESSAGE
    }

    static TypeSpec of(ScalarType scalar) {
        Kind kind = switch (scalar.kind()) {
            case SIGNED, UNSIGNED -> Kind.INTEGER;
            case FLOATING -> Kind.FLOATING;
            case BOOL -> Kind.BOOL;
        };
        return new TypeSpec(kind, scalar.protoName(), scalar, null, null);
    }

    static TypeSpec string() {
        return new TypeSpec(Kind.STRING, "string", null, null, null);
    }

    static TypeSpec bytes() {
        return new TypeSpec(Kind.BYTES, "bytes", null, null, null);
    }

    static TypeSpec of(EnumSpec spec) {
        return new TypeSpec(Kind.ENUM, "." + spec.fullName, null, spec, null);
    }

    static TypeSpec of(MessageSpec spec) {
        return new TypeSpec(Kind.MESSAGE, "." + spec.fullName, null, null, spec);
    }

    boolean hasWidth() {
        return kind == Kind.INTEGER || kind == Kind.ENUM;
    }

    /** Bits of storage where no option says otherwise, of a type that has a width. */
    int bits() {
        if (enumeration != null) {
            return enumeration.bits();
        }
        return scalar == null ? 0 : scalar.size() * Byte.SIZE;
    }

    EnumSpec requireEnum() {
        if (enumeration == null) {
            throw new IllegalStateException(text + " is no enum");
        }
        return enumeration;
    }
}
