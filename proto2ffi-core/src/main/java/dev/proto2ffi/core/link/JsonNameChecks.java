package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.util.HashMap;
import java.util.Map;

/** Whether the fields of a message can be told apart in JSON. */
final class JsonNameChecks {
    private final Diagnostics diagnostics;

    JsonNameChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void message(MessageSymbol message) {
        names(message, false);
        names(message, true);
    }

    private static boolean isCustom(FieldSymbol field) {
        return field.jsonNameSpan != null && !field.jsonName.equals(Names.json(field.name));
    }

    /** @param custom whether json_name counts; conflicts of two default names are told when it doesn't */
    private void names(MessageSymbol message, boolean custom) {
        Map<String, FieldSymbol> seen = new HashMap<>();
        for (FieldSymbol field : message.fields) {
            boolean own = custom && isCustom(field);
            String name = own ? field.jsonName : Names.json(field.name);
            if (custom) {
                spelling(field, name, own);
            }
            if (own && looksLikeExtension(name)) {
                continue;
            }
            FieldSymbol first = seen.putIfAbsent(name, field);
            if (first == null) {
                continue;
            }
            boolean firstOwn = custom && isCustom(first);
            if (custom && !own && !firstOwn) {
                continue;
            }
            conflict(message, field, first, name, !own || !firstOwn);
        }
    }

    private void spelling(FieldSymbol field, String name, boolean own) {
        if (own && looksLikeExtension(name)) {
            diagnostics.add(Diagnostic.error(
                    "json-name",
                    field.nameSpan,
                    "the JSON name \"" + name + "\" looks like that of an extension: it can't stand in brackets"));
        }
    }

    private static boolean looksLikeExtension(String name) {
        return name.startsWith("[") && name.endsWith("]");
    }

    private void conflict(
            MessageSymbol message, FieldSymbol field, FieldSymbol first, String name, boolean involvesDefault) {
        String text =
                "fields \"" + field.name + "\" and \"" + first.name + "\" have the same JSON name \"" + name + "\"";
        Diagnostic diagnostic = involvesDefault && isLenient(message)
                ? Diagnostic.warning("json-name-conflict", field.nameSpan, text)
                : Diagnostic.error("json-name-conflict", field.nameSpan, text);
        diagnostics.add(diagnostic
                .withLabel(first.jsonNameSpan == null ? first.nameSpan : first.jsonNameSpan, "the other one")
                .withHelp("rename one of them, or give it a json_name"));
    }

    @SuppressWarnings("deprecation") // the reference compiler still heeds the option
    private static boolean isLenient(MessageSymbol message) {
        return Features.of(message).getJsonFormat() == FeatureSet.JsonFormat.LEGACY_BEST_EFFORT
                || (message.options != null
                        && OptionsMessages.read(MessageOptions.parser(), message.options, false)
                                .getDeprecatedLegacyJsonFieldConflicts());
    }
}
