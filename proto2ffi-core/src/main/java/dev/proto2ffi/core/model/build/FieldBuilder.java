package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.option.FieldKind;
import dev.proto2ffi.core.model.option.SchemaOption;
import dev.proto2ffi.core.source.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds the fields of one file's messages. */
final class FieldBuilder {
    private final FileContext context;
    private final Options fileOptions;
    private final EnumIndex enums;
    private final TypeBuilder types;
    private final Diagnostics diagnostics;

    FieldBuilder(FileContext context, Options fileOptions, EnumIndex enums, Recursion recursion) {
        this.context = context;
        this.fileOptions = fileOptions;
        this.enums = enums;
        this.types = new TypeBuilder(fileOptions, enums, recursion, context.diagnostics());
        this.diagnostics = context.diagnostics();
    }

    /**
     * The field, or null where errors kept it from having a type.
     *
     * @param packed whether its message is
     */
    @Nullable FieldDef build(FieldDescriptor field, boolean packed) {
        Options options = FieldOptions.of(field, context);
        options.reportUnsupported();
        FieldKind kind = FieldKinds.of(field);
        FieldOptionChecks.check(kind, options, diagnostics);
        if (packed) {
            Descriptor message = field.getContainingType();
            Descriptor written = FieldOptions.isMapPart(field) ? message.getContainingType() : message;
            PackedChecks.check(written.getName(), options, diagnostics);
        }
        TypeBuilder.Built built = types.build(field, options);
        if (built == null) {
            return null;
        }
        Span name = context.spans().name(field);
        OneofDescriptor oneof = field.getRealContainingOneof();
        return new FieldDef(
                field.getName(),
                field.getNumber(),
                protoType(field),
                built.type(),
                Presence.of(field, built.type(), options, fileOptions),
                Defaults.of(field, built.type(), enums, context),
                oneof == null ? null : oneof.getName(),
                Alignments.of(options, SchemaOption.FIELD_ALIGN, diagnostics),
                isAtomic(kind, built.type(), options),
                context.comments().of(field),
                field.getOptions().getDeprecated(),
                name,
                built.span() == null ? name : built.span());
    }

    private boolean isAtomic(FieldKind field, FieldType type, Options options) {
        if (!options.flag(SchemaOption.FIELD_ATOMIC)
                || !SchemaOption.FIELD_ATOMIC.place().allows(field)) {
            return false;
        }
        int width = 0;
        if (type instanceof FieldType.Scalar scalar) {
            width = scalar.storageSize();
        } else if (type instanceof FieldType.EnumValue value) {
            width = value.storageSize();
        }
        if (width > 0 && width < Integer.BYTES && !options.isByWildcard(SchemaOption.FIELD_ATOMIC)) {
            diagnostics.add(Diagnostic.error(
                            "misplaced-option",
                            options.span(SchemaOption.FIELD_ATOMIC),
                            "atomic needs 32 or 64 bits of storage; " + field.name() + " has " + width * Byte.SIZE)
                    .withHelp("remove the option, or set (proto2ffi.field).int_size = IS_32"));
        }
        return width >= Integer.BYTES;
    }

    private static String protoType(FieldDescriptor field) {
        if (field.isMapField()) {
            return "map<" + protoType(field.getMessageType().findFieldByName("key")) + ", "
                    + protoType(field.getMessageType().findFieldByName("value")) + ">";
        }
        String type = switch (field.getType()) {
            case MESSAGE, GROUP -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
        return field.isRepeated() ? "repeated " + type : type;
    }
}
