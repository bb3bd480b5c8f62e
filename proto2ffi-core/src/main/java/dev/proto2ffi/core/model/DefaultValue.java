package dev.proto2ffi.core.model;

/** A field's default where it isn't zero or empty. */
public sealed interface DefaultValue {
    /** Integers of any signedness: the bits, sign- or zero-extended by their type. */
    record OfInteger(long bits) implements DefaultValue {}

    /** A float's default is the double nearest to it, exactly representable as float. */
    record OfFloating(double value) implements DefaultValue {}

    /** Only {@code true}: false is zero. */
    record OfBool(boolean value) implements DefaultValue {}

    record OfString(String value) implements DefaultValue {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OfBytes(byte[] value) implements DefaultValue {}

    /** An enum constant, also the first of an enum that doesn't begin with zero. */
    record OfEnum(EnumValueDef value) implements DefaultValue {}
}
