package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.link.LinkedFile;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The enums of all files built so far, for the fields that use them. */
final class EnumIndex {
    /** Bytes of a signed integer that holds every enum number that protobuf allows. */
    private static final int STORAGE_SIZE = 4;

    private final Map<String, EnumDef> byName = new HashMap<>();

    /** Builds all enums of a file, nested ones included. */
    void addAll(LinkedFile file, CommentIndex comments, Diagnostics diagnostics) {
        file.descriptor().getEnumTypes().forEach(next -> add(next, file, comments, diagnostics));
        file.descriptor().getMessageTypes().forEach(next -> addNested(next, file, comments, diagnostics));
    }

    private void addNested(Descriptor message, LinkedFile file, CommentIndex comments, Diagnostics diagnostics) {
        message.getEnumTypes().forEach(next -> add(next, file, comments, diagnostics));
        message.getNestedTypes().forEach(next -> addNested(next, file, comments, diagnostics));
    }

    private void add(EnumDescriptor definition, LinkedFile file, CommentIndex comments, Diagnostics diagnostics) {
        Options.of(definition, SchemaOption.Target.ENUM, file, diagnostics);
        List<EnumValueDef> values = new ArrayList<>();
        for (EnumValueDescriptor value : definition.getValues()) {
            values.add(new EnumValueDef(
                    value.getName(),
                    value.getNumber(),
                    comments.of(value),
                    value.getOptions().getDeprecated(),
                    file.spans().name(value)));
        }
        byName.put(
                definition.getFullName(),
                new EnumDef(
                        definition.getFullName(),
                        NamePath.of(definition),
                        file.descriptor().getFullName(),
                        values,
                        definition.isClosed(),
                        STORAGE_SIZE,
                        comments.of(definition),
                        definition.getOptions().getDeprecated(),
                        file.spans().name(definition)));
    }

    EnumDef of(EnumDescriptor definition) {
        EnumDef def = byName.get(definition.getFullName());
        if (def == null) {
            throw new IllegalStateException(definition.getFullName() + " belongs to a file that is not built yet");
        }
        return def;
    }

    List<EnumDef> of(List<EnumDescriptor> definitions) {
        return definitions.stream().map(this::of).toList();
    }
}
