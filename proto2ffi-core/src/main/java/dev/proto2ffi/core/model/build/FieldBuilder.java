package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.source.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds the fields of one file's messages. */
final class FieldBuilder {
    private final FileContext context;
    private final Options fileOptions;
    private final EnumIndex enums;

    FieldBuilder(FileContext context, Options fileOptions, EnumIndex enums) {
        this.context = context;
        this.fileOptions = fileOptions;
        this.enums = enums;
    }

    /** The field, or null where errors kept it from having a type. */
    @Nullable FieldDef build(FieldDescriptor field) {
        Options options = Options.of(field, SchemaOption.Target.FIELD, context);
        Span name = context.spans().name(field);
        if (field.isMapField()) {
            notYet(field, "maps", "a repeated message of a key and a value");
            return null;
        }
        Bounds bounds = Bounds.of(field, options, fileOptions, name, context.diagnostics());
        FieldType type = bounds == null ? null : type(field, bounds, name);
        if (type == null) {
            return null;
        }
        return new FieldDef(
                field.getName(),
                field.getNumber(),
                protoType(field),
                type,
                Presence.of(field, options, fileOptions, context.diagnostics()),
                Defaults.of(field, type, enums, context),
                context.comments().of(field),
                field.getOptions().getDeprecated(),
                name,
                bounds.span());
    }

    private @Nullable FieldType type(FieldDescriptor field, Bounds bounds, Span name) {
        FieldType element = elementType(field, bounds, name);
        if (element == null || !field.isRepeated()) {
            return element;
        }
        if (bounds.maxCount() == 0) {
            context.diagnostics()
                    .add(
                            Diagnostic.error(
                                            "not-supported-yet",
                                            name,
                                            "repeated field " + field.getName()
                                                    + " has no bound: unbounded repeated fields are not supported yet")
                                    .withHelp(
                                            "say how many elements it holds at most, such as [(proto2ffi.field).max_count = 16]"));
            return null;
        }
        return bounds.fixedCount()
                ? new FieldType.FixedRepeated(element, bounds.maxCount())
                : new FieldType.BoundedRepeated(element, bounds.maxCount());
    }

    private @Nullable FieldType elementType(FieldDescriptor field, Bounds bounds, Span name) {
        return switch (field.getType()) {
            case STRING, BYTES -> textType(field, bounds, name);
            case ENUM -> new FieldType.EnumValue(enums.of(field.getEnumType()));
            case MESSAGE, GROUP ->
                new FieldType.InlineMessage(field.getMessageType().getFullName());
            default -> new FieldType.Scalar(Scalars.of(field.getType()));
        };
    }

    private @Nullable FieldType textType(FieldDescriptor field, Bounds bounds, Span name) {
        boolean string = field.getType() == FieldDescriptor.Type.STRING;
        if (bounds.maxSize() == 0) {
            context.diagnostics()
                    .add(Diagnostic.error(
                                    "not-supported-yet",
                                    name,
                                    (string ? "string " : "bytes ") + field.getName() + " has no bound: unbounded "
                                            + (string ? "strings" : "bytes") + " are not supported yet")
                            .withHelp("say how many bytes it takes at most"
                                    + (string ? ", the terminating NUL included, " : ", ")
                                    + "such as [(proto2ffi.field).max_size = 64]"));
            return null;
        }
        if (string) {
            return new FieldType.BoundedString(bounds.maxSize());
        }
        return bounds.fixedLength()
                ? new FieldType.FixedBytes(bounds.maxSize())
                : new FieldType.BoundedBytes(bounds.maxSize());
    }

    private void notYet(FieldDescriptor field, String construct, String instead) {
        context.diagnostics()
                .add(Diagnostic.error(
                                "not-supported-yet",
                                context.spans().name(field),
                                "field " + field.getName() + ": " + construct + " are not supported yet")
                        .withHelp("until then, use " + instead));
    }

    private static String protoType(FieldDescriptor field) {
        String type = switch (field.getType()) {
            case MESSAGE, GROUP -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
        return field.isRepeated() ? "repeated " + type : type;
    }
}
