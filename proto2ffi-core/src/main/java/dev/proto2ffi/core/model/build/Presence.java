package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.option.SchemaOption;

/**
 * Which fields have a presence bit. By default those for which the schema asks with a word: {@code optional}, or explicit
 * presence in editions. A pointer and a oneof's case say by themselves whether there is a value.
 */
final class Presence {
    private Presence() {}

    static boolean of(FieldDescriptor field, FieldType type, Options options, Options fileOptions) {
        if (field.isRepeated()
                || field.isRequired()
                || field.getRealContainingOneof() != null
                || FieldOptions.isMapPart(field)
                || type instanceof FieldType.MessagePointer) {
            return false;
        }
        String rule = options.word(SchemaOption.FIELD_PRESENCE);
        if (rule == null || rule.equals("PRESENCE_UNSPECIFIED")) {
            rule = fileOptions.word(SchemaOption.FILE_PRESENCE);
        }
        if ("NONE".equals(rule)) {
            return false;
        }
        return asked(field) || ("PROTOBUF".equals(rule) && field.hasPresence());
    }

    /** Whether the schema asks for presence with a word; a message field of proto3 has presence without one. */
    private static boolean asked(FieldDescriptor field) {
        boolean silent = field.getFile().toProto().getSyntax().equals("proto3")
                && !field.toProto().getProto3Optional();
        return field.hasPresence() && !silent;
    }
}
