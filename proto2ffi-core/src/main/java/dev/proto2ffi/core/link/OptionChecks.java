package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.EnumValueOptions;
import com.google.protobuf.DescriptorProtos.FieldOptions.FeatureSupport;
import com.google.protobuf.DescriptorProtos.FieldOptions.OptionTargetType;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether options may stand where they stand: in the file's edition, and on this kind of declaration. */
final class OptionChecks {
    private final FileUnit file;
    private final Diagnostics diagnostics;

    private OptionChecks(FileUnit file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    static void check(FileUnit file, Diagnostics diagnostics) {
        OptionChecks checks = new OptionChecks(file, diagnostics);
        int before = diagnostics.errorCount();
        for (OptionSet set : file.optionSets) {
            if (set.value != null) {
                checks.lifetimes(set, set.value);
            }
        }
        if (diagnostics.errorCount() > before) {
            return;
        }
        for (OptionSet set : file.optionSets) {
            if (set.value != null) {
                checks.targets(set, set.value);
            }
        }
    }

    private void lifetimes(OptionSet set, MessageValue message) {
        for (MessageValue.Entry entry : message.entries()) {
            FieldSymbol field = entry.field();
            lifetime(set, field.fullName, field.fieldOptions().getFeatureSupport());
            for (Object value : entry.values()) {
                if (value instanceof MessageValue below) {
                    lifetimes(set, below);
                } else if (field.enumType != null && value instanceof Long number) {
                    EnumValueSymbol enumValue = field.enumType.value((long) number);
                    if (enumValue != null && enumValue.options != null) {
                        EnumValueOptions options =
                                OptionsMessages.read(EnumValueOptions.parser(), enumValue.options, false);
                        lifetime(set, enumValue.fullName, options.getFeatureSupport());
                    }
                }
            }
        }
    }

    private void lifetime(OptionSet set, String name, FeatureSupport support) {
        Edition edition = file.edition;
        if (support.hasEditionIntroduced()
                && edition.getNumber() < support.getEditionIntroduced().getNumber()) {
            diagnostics.add(Diagnostic.error(
                    "option-edition",
                    place(set),
                    "\"" + name + "\" exists from edition " + EditionSupport.name(support.getEditionIntroduced())
                            + " on, this file is of " + EditionSupport.name(edition)));
        }
        if (support.hasEditionRemoved()
                && edition.getNumber() >= support.getEditionRemoved().getNumber()) {
            Diagnostic error = Diagnostic.error(
                    "option-edition",
                    place(set),
                    "\"" + name + "\" was removed in edition " + EditionSupport.name(support.getEditionRemoved()));
            diagnostics.add(support.getRemovalError().isEmpty() ? error : error.withHelp(support.getRemovalError()));
        } else if (support.hasEditionDeprecated()
                && edition.getNumber() >= support.getEditionDeprecated().getNumber()) {
            Diagnostic warning = Diagnostic.warning(
                    "option-edition",
                    place(set),
                    "\"" + name + "\" is deprecated since edition "
                            + EditionSupport.name(support.getEditionDeprecated()));
            diagnostics.add(
                    support.getDeprecationWarning().isEmpty()
                            ? warning
                            : warning.withHelp(support.getDeprecationWarning()));
        }
    }

    /** Where protoc sees the fault: at the name of the declaration; for a file at its package. */
    private static Span place(OptionSet set) {
        var packageNode = set.file.packageNode;
        if (set.target == OptionSet.Target.FILE) {
            return packageNode == null ? set.file.start() : packageNode.span();
        }
        return set.ownerSpan;
    }

    private void targets(OptionSet set, MessageValue message) {
        for (MessageValue.Entry entry : message.entries()) {
            FieldSymbol field = entry.field();
            List<OptionTargetType> allowed = field.fieldOptions().getTargetsList();
            if (!allowed.isEmpty() && !allowed.contains(set.target.type)) {
                Span place = placeOf(set, field);
                Diagnostic error = Diagnostic.error(
                        "option-target",
                        place == null ? set.ownerSpan : place,
                        "\"" + field.fullName + "\" can't be set on a " + set.target.word);
                diagnostics.add(error.withHelp("it is meant for: " + words(allowed)));
            }
            for (Object value : entry.values()) {
                if (value instanceof MessageValue below) {
                    targets(set, below);
                }
            }
        }
    }

    private static @Nullable Span placeOf(OptionSet set, FieldSymbol field) {
        String last = field.isExtension() ? field.fullName : field.name;
        for (var each : set.places.entrySet()) {
            if (each.getKey().equals(last) || each.getKey().endsWith("." + last)) {
                return each.getValue().name();
            }
        }
        return null;
    }

    private static String words(List<OptionTargetType> types) {
        StringBuilder words = new StringBuilder();
        for (OptionSet.Target target : OptionSet.Target.values()) {
            if (types.contains(target.type)) {
                words.append(words.length() == 0 ? "" : ", ").append(target.word);
            }
        }
        return words.toString();
    }
}
