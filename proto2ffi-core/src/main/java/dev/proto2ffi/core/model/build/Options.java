package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Message;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/** The proto2ffi options that a declaration carries, with the places at which they were written. */
final class Options {
    private final GenericDescriptor declaration;
    private final @Nullable Message values;
    private final String path;
    private final FileContext context;

    private Options(GenericDescriptor declaration, @Nullable Message values, String path, FileContext context) {
        this.declaration = declaration;
        this.values = values;
        this.path = path;
        this.context = context;
    }

    /**
     * Reads the options of a declaration.
     *
     * @param context of the file that declares it
     */
    static Options of(GenericDescriptor declaration, SchemaOption.Target target, FileContext context) {
        Message values = context.options().message(declaration, target.extension());
        return new Options(declaration, values, target.extension(), context);
    }

    /** The options within an option, such as {@code key}: none where it isn't set. */
    Options sub(SchemaOption option) {
        Message inner = isSet(option) ? (Message) value(option) : null;
        return new Options(declaration, inner, path + "." + option.word(), context);
    }

    /** Reports those that this version doesn't act on. */
    void reportUnsupported(SchemaOption.Target target) {
        for (SchemaOption option : SchemaOption.values()) {
            if (option.target() == target && !option.supported() && isSet(option)) {
                context.diagnostics()
                        .add(Diagnostic.error(
                                        "not-supported-yet",
                                        span(option),
                                        "the option " + option.word() + " is not supported yet")
                                .withHelp("remove it; this version would lay the struct out without it"));
            }
        }
    }

    boolean isSet(SchemaOption option) {
        return values != null && values.hasField(field(values, option));
    }

    /** Unsigned 32 bits, or 0 where not set. */
    long number(SchemaOption option) {
        return isSet(option) ? Integer.toUnsignedLong((Integer) value(option)) : 0;
    }

    boolean flag(SchemaOption option) {
        return isSet(option) && (Boolean) value(option);
    }

    @Nullable String text(SchemaOption option) {
        return isSet(option) ? (String) value(option) : null;
    }

    /** The name of the enum constant, or null where not set. */
    @Nullable String word(SchemaOption option) {
        return isSet(option) ? ((EnumValueDescriptor) value(option)).getName() : null;
    }

    /** Where the option's value was written; the declaration where that isn't known. */
    Span span(SchemaOption option) {
        Span span = context.spans().option(declaration, path + "." + option.word());
        return span == null ? context.spans().name(declaration) : span;
    }

    private Object value(SchemaOption option) {
        if (values == null) {
            throw new IllegalStateException(option + " is not set");
        }
        return values.getField(field(values, option));
    }

    private static FieldDescriptor field(Message values, SchemaOption option) {
        FieldDescriptor field = values.getDescriptorForType().findFieldByName(option.word());
        if (field == null) {
            throw new IllegalStateException("options.proto has no " + option.word());
        }
        return field;
    }
}
