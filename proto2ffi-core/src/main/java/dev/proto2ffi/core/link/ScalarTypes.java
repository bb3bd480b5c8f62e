package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import java.util.Locale;

/** The words of the scalar types. */
final class ScalarTypes {
    private ScalarTypes() {}

    static Type of(String word) {
        return switch (word) {
            case "double" -> Type.TYPE_DOUBLE;
            case "float" -> Type.TYPE_FLOAT;
            case "int64" -> Type.TYPE_INT64;
            case "uint64" -> Type.TYPE_UINT64;
            case "int32" -> Type.TYPE_INT32;
            case "fixed64" -> Type.TYPE_FIXED64;
            case "fixed32" -> Type.TYPE_FIXED32;
            case "bool" -> Type.TYPE_BOOL;
            case "string" -> Type.TYPE_STRING;
            case "bytes" -> Type.TYPE_BYTES;
            case "uint32" -> Type.TYPE_UINT32;
            case "sfixed32" -> Type.TYPE_SFIXED32;
            case "sfixed64" -> Type.TYPE_SFIXED64;
            case "sint32" -> Type.TYPE_SINT32;
            case "sint64" -> Type.TYPE_SINT64;
            default -> throw new IllegalArgumentException(word);
        };
    }

    static String word(Type type) {
        return type.name().substring("TYPE_".length()).toLowerCase(Locale.ROOT);
    }

    static boolean isSigned(Type type) {
        return switch (type) {
            case TYPE_INT32, TYPE_INT64, TYPE_SINT32, TYPE_SINT64, TYPE_SFIXED32, TYPE_SFIXED64 -> true;
            default -> false;
        };
    }

    static boolean isUnsigned(Type type) {
        return switch (type) {
            case TYPE_UINT32, TYPE_UINT64, TYPE_FIXED32, TYPE_FIXED64 -> true;
            default -> false;
        };
    }

    static boolean is64Bits(Type type) {
        return switch (type) {
            case TYPE_INT64, TYPE_SINT64, TYPE_SFIXED64, TYPE_UINT64, TYPE_FIXED64 -> true;
            default -> false;
        };
    }
}
