package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.SchemaOption;

/** The options of fields: their own, or for the key and value of a map the sub-options that the map field carries. */
final class FieldOptions {
    private FieldOptions() {}

    static Options of(FieldDescriptor field, FileContext context) {
        Descriptor message = field.getContainingType();
        if (!isMapPart(field)) {
            return inMessage(Options.of(field, OptionTarget.FIELD, context), message, context);
        }
        Options map = Options.of(mapOf(message), OptionTarget.FIELD, context);
        Options part = map.sub(field.getNumber() == 1 ? SchemaOption.FIELD_KEY : SchemaOption.FIELD_VALUE);
        return inMessage(part, message.getContainingType(), context);
    }

    private static Options inMessage(Options options, Descriptor message, FileContext context) {
        boolean mayBeMeaningless = PackedChecks.MEANINGLESS.stream().anyMatch(options::isByWildcard);
        return mayBeMeaningless
                        && Options.of(message, OptionTarget.MESSAGE, context).flag(SchemaOption.MESSAGE_PACKED)
                ? options.withoutWildcards(PackedChecks.MEANINGLESS)
                : options;
    }

    /** Whether it is the key or value of a map's entry. */
    static boolean isMapPart(FieldDescriptor field) {
        return field.getContainingType().getOptions().getMapEntry();
    }

    /** The map field whose entry a message is. */
    static FieldDescriptor mapOf(Descriptor entry) {
        for (FieldDescriptor field : entry.getContainingType().getFields()) {
            if (field.isMapField() && field.getMessageType() == entry) {
                return field;
            }
        }
        throw new IllegalStateException(entry.getFullName() + " belongs to no map");
    }

    /** How a field of message type is stored, cycles left aside. */
    static Recursion.Storage storage(FieldDescriptor field, Options options, Options fileOptions) {
        if (!field.isRepeated()) {
            return options.flag(SchemaOption.FIELD_INDIRECT) ? Recursion.Storage.OUTSIDE : Recursion.Storage.SINGULAR;
        }
        boolean wished =
                options.isSet(SchemaOption.FIELD_MAX_COUNT) && !options.isByWildcard(SchemaOption.FIELD_MAX_COUNT);
        if (wished || options.flag(SchemaOption.FIELD_FIXED_COUNT)) {
            return Recursion.Storage.BOUNDED;
        }
        return options.isSet(SchemaOption.FIELD_MAX_COUNT) || fileOptions.isSet(SchemaOption.FILE_MAX_COUNT)
                ? Recursion.Storage.BOUNDED_BY_DEFAULT
                : Recursion.Storage.OUTSIDE;
    }
}
