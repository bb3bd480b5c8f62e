package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import org.jspecify.annotations.Nullable;

/** Features of fields in editions: those that are set must mean something, those that hold must fit together. */
final class FieldFeatureChecks {
    private final Diagnostics diagnostics;

    FieldFeatureChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void field(FieldSymbol field) {
        if (field.fieldOptions().hasPacked()) {
            error(field, "editions have no option packed", "use features.repeated_field_encoding");
        }
        FeatureSet all = Features.of(field);
        if (!field.isRepeated() && !field.hasPresence()) {
            implicit(field);
        }
        boolean required = all.getFieldPresence() == FeatureSet.FieldPresence.LEGACY_REQUIRED;
        if (field.isExtension() && required) {
            error(field, "an extension can't be required", null);
        }
        FeatureSet own = field.options == null ? null : field.options.ownFeatures;
        if (own == null) {
            return;
        }
        if (own.hasFieldPresence()) {
            presence(field, own.getFieldPresence());
        }
        if (own.hasRepeatedFieldEncoding()) {
            encoding(field, own.getRepeatedFieldEncoding());
        }
        if (own.hasUtf8Validation() && !holdsText(field)) {
            error(field, "UTF-8 validation is for strings", null);
        }
        if (own.hasMessageEncoding() && (!field.isMessage() || field.isMap())) {
            error(field, "the message encoding is for message fields", null);
        }
    }

    private void implicit(FieldSymbol field) {
        if (field.defaultSpan != null) {
            error(field, "a field with implicit presence has no default", null);
        }
        if (field.enumType != null && field.enumType.isClosed()) {
            error(field, "a field with implicit presence can't have a closed enum", null);
        }
    }

    private void presence(FieldSymbol field, FeatureSet.FieldPresence presence) {
        if (field.oneof != null) {
            error(field, "field presence can't be set in a oneof", null);
        } else if (field.isRepeated()) {
            error(field, "field presence can't be set on a repeated field", null);
        } else if (field.isExtension() && presence != FeatureSet.FieldPresence.LEGACY_REQUIRED) {
            error(field, "field presence can't be set on an extension", null);
        } else if (field.isMessage() && presence == FeatureSet.FieldPresence.IMPLICIT) {
            error(field, "a message field can't have implicit presence", null);
        }
    }

    private void encoding(FieldSymbol field, FeatureSet.RepeatedFieldEncoding encoding) {
        if (!field.isRepeated()) {
            error(field, "the repeated field encoding is for repeated fields", null);
        } else if (!field.isPackable() && encoding == FeatureSet.RepeatedFieldEncoding.PACKED) {
            error(field, "only repeated fields of scalars and enums can be packed", null);
        }
    }

    private static boolean holdsText(FieldSymbol field) {
        if (field.type == Type.TYPE_STRING) {
            return true;
        }
        if (!field.isMap() || field.messageType == null) {
            return false;
        }
        return field.messageType.fields.stream().anyMatch(part -> part.type == Type.TYPE_STRING);
    }

    private void error(FieldSymbol field, String message, @Nullable String help) {
        Diagnostic diagnostic = Diagnostic.error("features", field.nameSpan, message);
        diagnostics.add(help == null ? diagnostic : diagnostic.withHelp(help));
    }
}
