package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;

/**
 * Which fields have a presence bit. By default those for which the schema asks with a word: {@code optional}, or explicit
 * presence in editions.
 */
final class Presence {
    private Presence() {}

    static boolean of(FieldDescriptor field, Options options, Options fileOptions, Diagnostics diagnostics) {
        if (field.isRepeated()) {
            if (options.isSet(SchemaOption.FIELD_PRESENCE)) {
                diagnostics.add(Diagnostic.error(
                                "misplaced-option",
                                options.span(SchemaOption.FIELD_PRESENCE),
                                "presence has no meaning for a repeated field")
                        .withHelp("remove it; an empty " + field.getName() + " is one with no elements"));
            }
            return false;
        }
        String rule = options.word(SchemaOption.FIELD_PRESENCE);
        if (rule == null || rule.equals("PRESENCE_UNSPECIFIED")) {
            rule = fileOptions.word(SchemaOption.FILE_PRESENCE);
        }
        if ("NONE".equals(rule) || field.isRequired()) {
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
