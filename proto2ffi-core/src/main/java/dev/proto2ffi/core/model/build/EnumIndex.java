package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.SchemaOption;
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
    void addAll(FileContext context) {
        context.file().descriptor().getEnumTypes().forEach(next -> add(next, context));
        context.file().descriptor().getMessageTypes().forEach(next -> addNested(next, context));
    }

    private void addNested(Descriptor message, FileContext context) {
        message.getEnumTypes().forEach(next -> add(next, context));
        message.getNestedTypes().forEach(next -> addNested(next, context));
    }

    private void add(EnumDescriptor definition, FileContext context) {
        Options options = Options.of(definition, OptionTarget.ENUM, context);
        List<EnumValueDef> values = new ArrayList<>();
        for (EnumValueDescriptor value : definition.getValues()) {
            values.add(new EnumValueDef(
                    value.getName(),
                    value.getNumber(),
                    context.comments().of(value),
                    value.getOptions().getDeprecated(),
                    context.spans().name(value)));
        }
        int storageSize = storageSize(definition, options, values, context);
        byName.put(
                definition.getFullName(),
                new EnumDef(
                        definition.getFullName(),
                        NamePath.of(definition),
                        definition.getFile().getFullName(),
                        values,
                        definition.isClosed(),
                        storageSize,
                        context.comments().of(definition),
                        definition.getOptions().getDeprecated(),
                        context.spans().name(definition)));
    }

    private static int storageSize(
            EnumDescriptor definition, Options options, List<EnumValueDef> values, FileContext context) {
        int size = Widths.of(options, SchemaOption.ENUM_INT_SIZE, STORAGE_SIZE);
        if (size > STORAGE_SIZE) {
            context.diagnostics()
                    .add(Diagnostic.error(
                                    "value-too-wide",
                                    options.span(SchemaOption.ENUM_INT_SIZE),
                                    "the numbers of an enum have 32 bits")
                            .withHelp(
                                    "use IS_32 or less; a single field may be wider with (proto2ffi.field).int_size"));
            return STORAGE_SIZE;
        }
        if (size < STORAGE_SIZE) {
            Widths.checkHolds(
                    size,
                    values,
                    options.span(SchemaOption.ENUM_INT_SIZE),
                    definition.getName(),
                    context.diagnostics());
        }
        return size;
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
