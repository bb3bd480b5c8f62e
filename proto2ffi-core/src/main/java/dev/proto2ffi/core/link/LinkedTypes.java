package dev.proto2ffi.core.link;

/** The types of fields that are linked. */
final class LinkedTypes {
    private LinkedTypes() {}

    static MessageSymbol message(FieldSymbol field) {
        if (field.messageType == null) {
            throw new IllegalStateException(field + " is not linked");
        }
        return field.messageType;
    }

    static EnumSymbol enumeration(FieldSymbol field) {
        if (field.enumType == null) {
            throw new IllegalStateException(field + " is not linked");
        }
        return field.enumType;
    }

    /** What a map entry holds where the key or the value isn't written. */
    static Object defaultValue(FieldSymbol field) {
        return switch (ScalarOptions.typeOf(field)) {
            case TYPE_MESSAGE, TYPE_GROUP -> new MessageValue(message(field));
            case TYPE_DOUBLE -> 0.0;
            case TYPE_FLOAT -> 0.0f;
            case TYPE_STRING, TYPE_BYTES -> new byte[0];
            case TYPE_ENUM -> (long) enumeration(field).values.get(0).number;
            default -> 0L;
        };
    }
}
