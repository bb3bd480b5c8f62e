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
    private final FileContext context;

    private Options(GenericDescriptor declaration, @Nullable Message values, FileContext context) {
        this.declaration = declaration;
        this.values = values;
        this.context = context;
    }

    /**
     * Reads the options of a declaration and reports those that this version doesn't act on.
     *
     * @param context of the file that declares it
     */
    static Options of(GenericDescriptor declaration, SchemaOption.Target target, FileContext context) {
        Options options = new Options(declaration, context.options().message(declaration, target.extension()), context);
        for (SchemaOption option : SchemaOption.values()) {
            if (option.target() == target && !option.supported() && options.isSet(option)) {
                context.diagnostics()
                        .add(Diagnostic.error(
                                        "not-supported-yet",
                                        options.span(option),
                                        "the option " + option.word() + " is not supported yet")
                                .withHelp("remove it; this version would lay the struct out without it"));
            }
        }
        return options;
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
        Span span = context.spans().option(declaration, option.path());
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
            throw new IllegalStateException("options.proto has no " + option.path());
        }
        return field;
    }
}
