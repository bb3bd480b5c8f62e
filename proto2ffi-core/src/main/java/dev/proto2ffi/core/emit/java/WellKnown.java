package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of protobuf's well-known types a struct is, as far as Java has a type of its own for it. */
enum WellKnown {
    TIMESTAMP(Helper.INSTANT),
    DURATION(Helper.DURATION),
    /** One of wrappers.proto: a value that can be absent. */
    WRAPPER(Helper.OR_NULL);

    private static final Set<String> WRAPPERS = Set.of(
            "google.protobuf.DoubleValue",
            "google.protobuf.FloatValue",
            "google.protobuf.Int64Value",
            "google.protobuf.UInt64Value",
            "google.protobuf.Int32Value",
            "google.protobuf.UInt32Value",
            "google.protobuf.BoolValue",
            "google.protobuf.StringValue",
            "google.protobuf.BytesValue");

    private final Helper helper;

    WellKnown(Helper helper) {
        this.helper = helper;
    }

    /** The one that a struct is, or null; also null where options changed the types of its fields. */
    static @Nullable WellKnown of(StructLayout struct) {
        List<FieldDef> fields = struct.struct().fields();
        String name = struct.struct().fullName();
        if (WRAPPERS.contains(name)) {
            return fields.size() == 1 && isField(fields.get(0), "value") ? WRAPPER : null;
        }
        boolean isTime = fields.size() == 2
                && isField(fields.get(0), "seconds")
                && isField(fields.get(1), "nanos")
                && isInteger(fields.get(0), Long.BYTES)
                && isInteger(fields.get(1), Integer.BYTES);
        if (!isTime) {
            return null;
        }
        return switch (name) {
            case "google.protobuf.Timestamp" -> TIMESTAMP;
            case "google.protobuf.Duration" -> DURATION;
            default -> null;
        };
    }

    private static boolean isField(FieldDef field, String name) {
        return field.name().equals(name) && field.type().element() == null && !field.presence();
    }

    private static boolean isInteger(FieldDef field, int size) {
        return field.type() instanceof FieldType.Scalar scalar
                && scalar.storageSize() == size
                && scalar.scalar().size() == size;
    }

    /** The type in Java: of a wrapper the box of its value, or its array. */
    TypeName java(StructLayout struct) {
        return switch (this) {
            case TIMESTAMP -> Types.INSTANT;
            case DURATION -> Types.DURATION;
            case WRAPPER -> value(struct).type().box();
        };
    }

    /** The one value of a wrapper. */
    static Element value(StructLayout struct) {
        return Element.of(
                struct.struct().fields().get(0).type(), struct.struct().fullName() + ".value");
    }

    /** The accessor that fields which hold it have beside their own. */
    Helper helper() {
        return helper;
    }

    /** The message of a singular message field, else null. */
    static @Nullable String message(FieldDef field) {
        return field.type().element() == null ? field.type().reachedStruct() : null;
    }

    /** The accessor that a field of a well-known type has, if options don't prevent it; else null. */
    static @Nullable Helper helperOf(FieldDef field) {
        String message = message(field);
        if (message == null) {
            return null;
        }
        return switch (message) {
            case "google.protobuf.Timestamp" -> Helper.INSTANT;
            case "google.protobuf.Duration" -> Helper.DURATION;
            default -> WRAPPERS.contains(message) ? Helper.OR_NULL : null;
        };
    }
}
