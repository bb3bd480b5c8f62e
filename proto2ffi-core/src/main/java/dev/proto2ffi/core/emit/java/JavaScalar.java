package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;

/**
 * The type table of this target.
 *
 * @param type in Java
 * @param layout constant of ValueLayout for the public layout
 * @param kind constant of StructField.Kind
 * @param cType in the C header
 * @param arrayMethod method of ScalarArrays that copies many out
 */
record JavaScalar(TypeName type, String layout, String kind, String cType, String arrayMethod) {
    static JavaScalar of(FieldType.Scalar type) {
        return switch (type.scalar().kind()) {
            case FLOATING ->
                type.scalar() == ScalarType.DOUBLE
                        ? new JavaScalar(TypeName.DOUBLE, "JAVA_DOUBLE", "FLOAT", "double", "doubles")
                        : new JavaScalar(TypeName.FLOAT, "JAVA_FLOAT", "FLOAT", "float", "floats");
            case BOOL -> new JavaScalar(TypeName.BOOLEAN, "JAVA_BYTE", "BOOL", "bool", "booleans");
            case SIGNED -> integer(type, "INT", "int");
            case UNSIGNED -> integer(type, "UINT", "uint");
        };
    }

    /** Java holds an integer in a long where the schema or the storage has 64 bits, else in an int. */
    private static JavaScalar integer(FieldType.Scalar type, String kind, String cPrefix) {
        int size = type.storageSize();
        TypeName java = Math.max(size, type.scalar().size()) == Long.BYTES ? TypeName.LONG : TypeName.INT;
        return new JavaScalar(java, integerLayout(size), kind, cPrefix + size * Byte.SIZE + "_t", java + "s");
    }

    /** The constant of ValueLayout for reads and writes: without alignment, whose check is the dearest part of one. */
    String access() {
        return unaligned(layout);
    }

    /** The constant of ValueLayout for an integer stored in so many bytes. */
    static String integerLayout(int storageSize) {
        return switch (storageSize) {
            case Byte.BYTES -> "JAVA_BYTE";
            case Short.BYTES -> "JAVA_SHORT";
            case Integer.BYTES -> "JAVA_INT";
            default -> "JAVA_LONG";
        };
    }

    /** As {@link #integerLayout}, for reads and writes. */
    static String integerAccess(int storageSize) {
        return unaligned(integerLayout(storageSize));
    }

    /** The layout without alignment. */
    static String unaligned(String layout) {
        return layout.equals("JAVA_BYTE") ? layout : layout + "_UNALIGNED";
    }
}
