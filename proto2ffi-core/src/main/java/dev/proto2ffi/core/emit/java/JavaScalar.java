package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.ScalarType;

/**
 * The type table of this target.
 *
 * @param type in Java
 * @param layout constant of ValueLayout for the public layout
 * @param access constant of ValueLayout for reads and writes: without alignment, whose check is the dearest part of one
 * @param kind constant of StructField.Kind
 * @param cType in the C header
 * @param arrayMethod method of ScalarArrays that copies many out
 */
record JavaScalar(TypeName type, String layout, String access, String kind, String cType, String arrayMethod) {
    static JavaScalar of(ScalarType scalar) {
        return switch (scalar) {
            case DOUBLE -> floating(TypeName.DOUBLE, "JAVA_DOUBLE", "double");
            case FLOAT -> floating(TypeName.FLOAT, "JAVA_FLOAT", "float");
            case INT32, SINT32, SFIXED32 -> integer(TypeName.INT, "JAVA_INT", "INT", "int32_t");
            case INT64, SINT64, SFIXED64 -> integer(TypeName.LONG, "JAVA_LONG", "INT", "int64_t");
            case UINT32, FIXED32 -> integer(TypeName.INT, "JAVA_INT", "UINT", "uint32_t");
            case UINT64, FIXED64 -> integer(TypeName.LONG, "JAVA_LONG", "UINT", "uint64_t");
            case BOOL -> new JavaScalar(TypeName.BOOLEAN, "JAVA_BYTE", "JAVA_BYTE", "BOOL", "bool", "booleans");
        };
    }

    private static JavaScalar integer(TypeName type, String layout, String kind, String cType) {
        return new JavaScalar(type, layout, layout + "_UNALIGNED", kind, cType, type + "s");
    }

    private static JavaScalar floating(TypeName type, String layout, String cType) {
        return new JavaScalar(type, layout, layout + "_UNALIGNED", "FLOAT", cType, type + "s");
    }

    /** The constant of ValueLayout for an enum stored in so many bytes. */
    static String enumLayout(int storageSize) {
        return switch (storageSize) {
            case Byte.BYTES -> "JAVA_BYTE";
            case Short.BYTES -> "JAVA_SHORT";
            default -> "JAVA_INT";
        };
    }

    /** As {@link #enumLayout}, for reads and writes. */
    static String enumAccess(int storageSize) {
        return storageSize == Byte.BYTES ? "JAVA_BYTE" : enumLayout(storageSize) + "_UNALIGNED";
    }
}
