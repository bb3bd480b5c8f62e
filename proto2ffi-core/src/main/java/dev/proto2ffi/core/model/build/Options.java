package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Message;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.SchemaOption;
import dev.proto2ffi.core.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proto2ffi options of a declaration, with the places at which they were written: those in the .proto, and for what
 * it doesn't set those of rules.
 */
final class Options {
    private final GenericDescriptor declaration;
    private final @Nullable Message values;
    private final Map<String, RuleIndex.Applied> rules;
    private final OptionTarget target;
    private final String path;
    private final FileContext context;

    private Options(
            GenericDescriptor declaration,
            @Nullable Message values,
            Map<String, RuleIndex.Applied> rules,
            OptionTarget target,
            String path,
            FileContext context) {
        this.declaration = declaration;
        this.values = values;
        this.rules = rules;
        this.target = target;
        this.path = path;
        this.context = context;
    }

    /**
     * Reads the options of a declaration.
     *
     * @param context of the file that declares it
     */
    static Options of(GenericDescriptor declaration, OptionTarget target, FileContext context) {
        return new Options(
                declaration,
                context.options().message(declaration, target.extension()),
                context.rules().settings(target, declaration.getFullName()),
                target,
                target.extension(),
                context);
    }

    /** The options of a map's {@code key} or {@code value}. */
    Options sub(SchemaOption option) {
        return new Options(
                declaration,
                isWritten(option) ? (Message) written(option) : null,
                context.rules().settings(target, declaration.getFullName() + "." + option.word()),
                target,
                path + "." + option.word(),
                context);
    }

    /** These without what rules with a wildcard set of some: where that has no meaning it isn't meant. */
    Options withoutWildcards(List<SchemaOption> some) {
        Map<String, RuleIndex.Applied> left = new HashMap<>(rules);
        some.stream().filter(this::isByWildcard).forEach(option -> left.remove(option.word()));
        return new Options(declaration, values, left, target, path, context);
    }

    /** Reports those that this version doesn't act on. */
    void reportUnsupported() {
        for (SchemaOption option : SchemaOption.of(target)) {
            if (!option.supported() && isSet(option)) {
                context.diagnostics()
                        .add(Diagnostic.error(
                                        "not-supported-yet",
                                        span(option),
                                        "the option " + option.word() + " is not supported yet")
                                .withHelp("remove it; this version would generate the same code as without it"));
            }
        }
    }

    boolean isSet(SchemaOption option) {
        return isWritten(option) || rules.containsKey(option.word());
    }

    /** Whether it is set by a rule that isn't for this declaration by name, so that nobody wished for it just here. */
    boolean isByWildcard(SchemaOption option) {
        RuleIndex.Applied rule = rules.get(option.word());
        return !isWritten(option) && rule != null && rule.wildcard();
    }

    /** Unsigned 32 bits, or 0 where not set. */
    long number(SchemaOption option) {
        return isSet(option) ? (Long) value(option) : 0;
    }

    boolean flag(SchemaOption option) {
        return isSet(option) && (Boolean) value(option);
    }

    @Nullable String text(SchemaOption option) {
        return isSet(option) ? (String) value(option) : null;
    }

    /** The name of the enum constant, or null where not set. */
    @Nullable String word(SchemaOption option) {
        return isSet(option) ? (String) value(option) : null;
    }

    /** Where the option's value was written; the declaration where that isn't known. */
    Span span(SchemaOption option) {
        RuleIndex.Applied rule = rules.get(option.word());
        if (rule != null && !isWritten(option)) {
            return rule.setting().span();
        }
        Span span = context.spans().option(declaration, path + "." + option.word());
        return span == null ? context.spans().name(declaration) : span;
    }

    /** As the option's type says. */
    private Object value(SchemaOption option) {
        RuleIndex.Applied rule = rules.get(option.word());
        if (rule != null && !isWritten(option)) {
            return rule.setting().value();
        }
        Object value = written(option);
        if (value instanceof Integer number) {
            return Integer.toUnsignedLong(number);
        }
        return value instanceof EnumValueDescriptor word ? word.getName() : value;
    }

    /** Whether the .proto sets it. */
    private boolean isWritten(SchemaOption option) {
        FieldDescriptor field = field(option);
        return values != null && field != null && values.hasField(field);
    }

    private Object written(SchemaOption option) {
        FieldDescriptor field = field(option);
        if (values == null || field == null) {
            throw new IllegalStateException(option + " is not set");
        }
        return values.getField(field);
    }

    /** Null also where the schema has an options.proto of its own, of an older version. */
    private @Nullable FieldDescriptor field(SchemaOption option) {
        return values == null ? null : values.getDescriptorForType().findFieldByName(option.word());
    }
}
