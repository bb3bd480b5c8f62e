package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.model.ScalarType;

/** protobuf-java's names of the scalar types. */
final class Scalars {
    private Scalars() {}

    static ScalarType of(FieldDescriptor.Type type) {
        return switch (type) {
            case DOUBLE -> ScalarType.DOUBLE;
            case FLOAT -> ScalarType.FLOAT;
            case INT32 -> ScalarType.INT32;
            case INT64 -> ScalarType.INT64;
            case UINT32 -> ScalarType.UINT32;
            case UINT64 -> ScalarType.UINT64;
            case SINT32 -> ScalarType.SINT32;
            case SINT64 -> ScalarType.SINT64;
            case FIXED32 -> ScalarType.FIXED32;
            case FIXED64 -> ScalarType.FIXED64;
            case SFIXED32 -> ScalarType.SFIXED32;
            case SFIXED64 -> ScalarType.SFIXED64;
            case BOOL -> ScalarType.BOOL;
            case STRING, BYTES, ENUM, MESSAGE, GROUP -> throw new IllegalArgumentException(type + " is no scalar");
        };
    }
}
