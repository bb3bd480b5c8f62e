package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.proto2ffi.core.model.option.FieldKind;
import dev.proto2ffi.core.model.option.FieldKind.Shape;
import dev.proto2ffi.core.model.option.FieldKind.Value;
import java.util.Locale;

/** What fields are, as far as it decides which options may stand on them. */
final class FieldKinds {
    private FieldKinds() {}

    static FieldKind of(FieldDescriptor field) {
        OneofDescriptor oneof = field.getRealContainingOneof();
        boolean part = FieldOptions.isMapPart(field);
        return new FieldKind(
                part ? FieldOptions.mapOf(field.getContainingType()).getName() : field.getName(),
                typeName(field),
                value(field),
                part ? (field.getNumber() == 1 ? Shape.MAP_KEY : Shape.MAP_VALUE) : shape(field),
                oneof == null ? "" : oneof.getName(),
                field.isRequired());
    }

    private static Shape shape(FieldDescriptor field) {
        return field.isMapField() ? Shape.MAP : field.isRepeated() ? Shape.REPEATED : Shape.SINGULAR;
    }

    private static Value value(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> Value.STRING;
            case BYTE_STRING -> Value.BYTES;
            case INT, LONG -> Value.INTEGER;
            case ENUM -> Value.ENUM;
            case BOOLEAN -> Value.BOOL;
            case FLOAT, DOUBLE -> Value.FLOATING;
            case MESSAGE -> Value.MESSAGE;
        };
    }

    private static String typeName(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getName();
            case ENUM -> field.getEnumType().getName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
    }
}
