package dev.proto2ffi.core.model.option;

/**
 * What a field is, as far as it decides which options may stand on it.
 *
 * @param name of the field; for a map's key or value that of the map
 * @param typeName as a reader of the schema knows the type: {@code int32}, {@code Point}
 * @param value what the field, or each element of it, holds
 * @param oneof name of the oneof that it is a member of; empty for none
 * @param required whether it is always there (proto2, editions)
 */
public record FieldKind(String name, String typeName, Value value, Shape shape, String oneof, boolean required) {
    /** Kinds of values. */
    public enum Value {
        STRING,
        BYTES,
        INTEGER,
        ENUM,
        BOOL,
        FLOATING,
        MESSAGE
    }

    /** How many values there are, or whose they are. */
    public enum Shape {
        SINGULAR,
        REPEATED,
        MAP,
        MAP_KEY,
        MAP_VALUE
    }

    /** {@code a is a singular int32}. */
    public String describe() {
        return switch (shape) {
            case SINGULAR -> name + " is a singular " + typeName;
            case REPEATED -> name + " is repeated " + typeName;
            case MAP -> name + " is a map";
            case MAP_KEY -> "the key of " + name + " is " + typeName;
            case MAP_VALUE -> "the value of " + name + " is " + typeName;
        };
    }

    boolean isInteger() {
        return value == Value.INTEGER || value == Value.ENUM;
    }

    /** Whether there is one value, or one in each entry of a map, and not a list of them. */
    boolean isSingle() {
        return shape == Shape.SINGULAR || shape == Shape.MAP_VALUE;
    }
}
