package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.util.Locale;

/** Reports options that make no sense on the field on which they stand. */
final class FieldOptionChecks {
    private final FieldDescriptor field;
    private final Options options;
    private final Diagnostics diagnostics;
    private final boolean isMap;
    private final boolean isRepeated;

    private FieldOptionChecks(FieldDescriptor field, Options options, Diagnostics diagnostics) {
        this.field = field;
        this.options = options;
        this.diagnostics = diagnostics;
        this.isMap = field.isMapField();
        this.isRepeated = field.isRepeated() && !isMap;
    }

    /** Checks the options of a field as it is declared, maps included; those of keys and values are the entry's. */
    static void check(FieldDescriptor field, Options options, Diagnostics diagnostics) {
        FieldOptionChecks checks = new FieldOptionChecks(field, options, diagnostics);
        checks.text();
        checks.counts();
        checks.entries();
        checks.numbers();
        checks.messages();
        checks.presence();
    }

    /** Checks the options of a map's key or value: those of storage only. */
    static void checkPart(FieldDescriptor part, Options options, Diagnostics diagnostics) {
        FieldOptionChecks checks = new FieldOptionChecks(part, options, diagnostics);
        checks.text();
        checks.numbers();
        checks.messages();
        for (SchemaOption option : new SchemaOption[] {
            SchemaOption.FIELD_MAX_COUNT,
            SchemaOption.FIELD_FIXED_COUNT,
            SchemaOption.FIELD_KEY,
            SchemaOption.FIELD_VALUE,
            SchemaOption.FIELD_PRESENCE,
            SchemaOption.FIELD_ATOMIC
        }) {
            checks.reject(option, option.word() + " has no meaning for the " + part.getName() + " of a map");
        }
    }

    private void text() {
        boolean bytes = field.getType() == FieldDescriptor.Type.BYTES;
        if (isMap) {
            reject(
                    SchemaOption.FIELD_MAX_SIZE,
                    "max_size is for strings and bytes; " + describe(),
                    "write key.max_size or value.max_size");
            reject(
                    SchemaOption.FIELD_FIXED_LENGTH,
                    "fixed_length is for bytes; " + describe(),
                    "write value.fixed_length");
            return;
        }
        if (!bytes && field.getType() != FieldDescriptor.Type.STRING) {
            reject(SchemaOption.FIELD_MAX_SIZE, "max_size is for strings and bytes; " + describe());
        }
        if (!bytes) {
            reject(SchemaOption.FIELD_FIXED_LENGTH, "fixed_length is for bytes; " + describe());
        }
    }

    private void counts() {
        if (!isMap && !isRepeated) {
            reject(SchemaOption.FIELD_MAX_COUNT, "max_count is for repeated fields; " + describe());
        }
        if (!isRepeated) {
            reject(SchemaOption.FIELD_FIXED_COUNT, "fixed_count is for repeated fields; " + describe());
        }
    }

    private void entries() {
        if (!isMap) {
            reject(SchemaOption.FIELD_KEY, "key is for maps; " + describe());
            reject(SchemaOption.FIELD_VALUE, "value is for maps; " + describe());
        }
    }

    private void numbers() {
        if (isMap) {
            reject(
                    SchemaOption.FIELD_INT_SIZE,
                    "int_size is for integers and enums; " + describe(),
                    "write key.int_size or value.int_size");
        } else if (!isInteger() && field.getType() != FieldDescriptor.Type.ENUM) {
            reject(SchemaOption.FIELD_INT_SIZE, "int_size is for integers and enums; " + describe());
        }
        if (isMap || field.isRepeated() || (!isInteger() && field.getType() != FieldDescriptor.Type.ENUM)) {
            reject(SchemaOption.FIELD_ATOMIC, "atomic is for singular integers and enums; " + describe());
        } else if (field.getRealContainingOneof() != null) {
            reject(
                    SchemaOption.FIELD_ATOMIC,
                    "atomic has no meaning in a oneof, whose case and value can't change at once");
        }
    }

    private boolean isInteger() {
        return field.getJavaType() == FieldDescriptor.JavaType.INT
                || field.getJavaType() == FieldDescriptor.JavaType.LONG;
    }

    private void messages() {
        if (isMap) {
            reject(
                    SchemaOption.FIELD_INDIRECT,
                    "indirect is for singular messages; " + describe(),
                    "write value.indirect");
        } else if (field.isRepeated() || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            reject(SchemaOption.FIELD_INDIRECT, "indirect is for singular messages; " + describe());
        }
    }

    private void presence() {
        if (field.isRepeated()) {
            reject(
                    SchemaOption.FIELD_PRESENCE,
                    "presence has no meaning for a " + (isMap ? "map" : "repeated field"),
                    "remove it; an empty " + field.getName() + " is one with no elements");
        } else if (field.getRealContainingOneof() != null) {
            reject(
                    SchemaOption.FIELD_PRESENCE,
                    "presence has no meaning in a oneof",
                    "remove it; the case of " + field.getRealContainingOneof().getName() + " says which field is set");
        }
    }

    private void reject(SchemaOption option, String message) {
        reject(option, message, "remove the option, or change the field");
    }

    private void reject(SchemaOption option, String message, String help) {
        if (options.isSet(option)) {
            diagnostics.add(Diagnostic.error("misplaced-option", options.span(option), message)
                    .withHelp(help));
        }
    }

    private String describe() {
        if (isMap) {
            return field.getName() + " is a map";
        }
        String type = switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getName();
            case ENUM -> field.getEnumType().getName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
        return field.getName() + " is " + (isRepeated ? "repeated " : "a singular ") + type;
    }
}
