package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.option.SchemaOption;
import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/** Settles how the fields of one file are stored. */
final class TypeBuilder {
    private final Options fileOptions;
    private final EnumIndex enums;
    private final Recursion recursion;
    private final Diagnostics diagnostics;

    TypeBuilder(Options fileOptions, EnumIndex enums, Recursion recursion, Diagnostics diagnostics) {
        this.fileOptions = fileOptions;
        this.enums = enums;
        this.recursion = recursion;
        this.diagnostics = diagnostics;
    }

    /**
     * A type and what decides most of its size.
     *
     * @param span where the bound was written; null where there is none
     */
    record Built(FieldType type, @Nullable Span span) {}

    /** The type of a field, of a map entry's key or value too; null where errors were reported. */
    @Nullable Built build(FieldDescriptor field, Options options) {
        Built element = element(field, options);
        if (element == null || !field.isRepeated()) {
            return element;
        }
        Bounds count = Bounds.count(options, fileOptions, diagnostics);
        if (count == null) {
            return null;
        }
        boolean fixed = isFixed(SchemaOption.FIELD_FIXED_COUNT, count, options);
        if (fixed && !count.exists()) {
            diagnostics.add(Diagnostic.error(
                            "misplaced-option",
                            options.span(SchemaOption.FIELD_FIXED_COUNT),
                            "fixed_count needs max_count, the number of elements")
                    .withHelp("add max_count, or remove the option"));
            return null;
        }
        if (count.exists() && recursion.breaks(field)) {
            if (!count.wished() && !fixed) {
                return new Built(new FieldType.UnboundedRepeated(element.type()), null);
            }
            reportCycle(field, count.span() == null ? options.span(SchemaOption.FIELD_FIXED_COUNT) : count.span());
            return null;
        }
        Span span = count.span() == null ? element.span() : count.span();
        if (!count.exists()) {
            return new Built(new FieldType.UnboundedRepeated(element.type()), span);
        }
        return new Built(
                fixed
                        ? new FieldType.FixedRepeated(element.type(), count.value())
                        : new FieldType.BoundedRepeated(element.type(), count.value()),
                span);
    }

    /** Whether there are always as many as the bound says; a rule with a wildcard means that only where there is one. */
    private static boolean isFixed(SchemaOption option, Bounds bound, Options options) {
        return options.flag(option) && (bound.exists() || !options.isByWildcard(option));
    }

    private void reportCycle(FieldDescriptor field, Span bound) {
        String held = held(field).getFullName();
        diagnostics.add(Diagnostic.error(
                        "bounded-recursion",
                        bound,
                        "field " + field.getName() + " can't have a bound: "
                                + field.getContainingType().getFullName() + " would hold itself"
                                + (held.equals(field.getContainingType().getFullName()) ? "" : " through " + held))
                .withHelp("remove the bound; the elements then stand behind a pointer"));
    }

    /** What a repeated field holds, of a map its values. */
    private static Descriptor held(FieldDescriptor field) {
        return field.isMapField()
                ? field.getMessageType().findFieldByName("value").getMessageType()
                : field.getMessageType();
    }

    private @Nullable Built element(FieldDescriptor field, Options options) {
        return switch (field.getType()) {
            case STRING -> string(options);
            case BYTES -> bytes(options);
            case ENUM -> new Built(enumValue(field, options), null);
            case MESSAGE, GROUP -> new Built(message(field, options), null);
            default -> new Built(scalar(field, options), null);
        };
    }

    private @Nullable Built string(Options options) {
        Bounds size = Bounds.size(true, options, fileOptions, diagnostics);
        if (size == null) {
            return null;
        }
        return new Built(
                size.exists() ? new FieldType.BoundedString(size.value()) : new FieldType.UnboundedString(),
                size.span());
    }

    private @Nullable Built bytes(Options options) {
        Bounds size = Bounds.size(false, options, fileOptions, diagnostics);
        if (size == null) {
            return null;
        }
        boolean fixed = isFixed(SchemaOption.FIELD_FIXED_LENGTH, size, options);
        if (fixed && !size.exists()) {
            diagnostics.add(Diagnostic.error(
                            "misplaced-option",
                            options.span(SchemaOption.FIELD_FIXED_LENGTH),
                            "fixed_length needs max_size, the number of bytes")
                    .withHelp("add max_size, or remove the option"));
            return null;
        }
        if (!size.exists()) {
            return new Built(new FieldType.UnboundedBytes(), null);
        }
        return new Built(
                fixed ? new FieldType.FixedBytes(size.value()) : new FieldType.BoundedBytes(size.value()), size.span());
    }

    private FieldType enumValue(FieldDescriptor field, Options options) {
        FieldType.EnumValue natural = new FieldType.EnumValue(enums.of(field.getEnumType()));
        int width = Widths.of(options, SchemaOption.FIELD_INT_SIZE, natural.storageSize());
        if (width != natural.storageSize()) {
            Widths.checkHolds(
                    width,
                    natural.definition().values(),
                    options.span(SchemaOption.FIELD_INT_SIZE),
                    natural.definition().name(),
                    diagnostics);
        }
        return new FieldType.EnumValue(natural.definition(), width);
    }

    private FieldType message(FieldDescriptor field, Options options) {
        String name = field.getMessageType().getFullName();
        if (field.isMapField()) {
            return new FieldType.MapEntry(name);
        }
        boolean pointer = !field.isRepeated() && (options.flag(SchemaOption.FIELD_INDIRECT) || recursion.breaks(field));
        return pointer ? new FieldType.MessagePointer(name) : new FieldType.InlineMessage(name);
    }

    private static FieldType scalar(FieldDescriptor field, Options options) {
        ScalarType scalar = Scalars.of(field.getType());
        boolean integer = scalar.kind() == ScalarType.Kind.SIGNED || scalar.kind() == ScalarType.Kind.UNSIGNED;
        return new FieldType.Scalar(
                scalar, integer ? Widths.of(options, SchemaOption.FIELD_INT_SIZE, scalar.size()) : scalar.size());
    }
}
