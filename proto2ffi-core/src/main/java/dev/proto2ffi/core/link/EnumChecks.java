package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.EnumOptions;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Enums: the first value, aliases, names that generated code could not tell apart. */
final class EnumChecks {
    private final Diagnostics diagnostics;

    EnumChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void enumeration(EnumSymbol enumeration) {
        EnumOptions options = enumeration.options == null
                ? EnumOptions.getDefaultInstance()
                : OptionsMessages.read(EnumOptions.parser(), enumeration.options, false);
        names(enumeration, options);
        EnumValueSymbol first = enumeration.values.get(0);
        if (!enumeration.isClosed() && first.number != 0) {
            diagnostics.add(Diagnostic.error(
                            "first-enum-value", first.numberSpan, "the first value of an open enum has the number 0")
                    .withHelp("add a first value such as " + enumeration.name.toUpperCase(Locale.ROOT)
                            + "_UNSPECIFIED = 0;"));
        }
        if (!options.getAllowAlias()) {
            aliases(enumeration);
        }
    }

    private void aliases(EnumSymbol enumeration) {
        Map<Integer, EnumValueSymbol> seen = new HashMap<>();
        for (EnumValueSymbol value : enumeration.values) {
            EnumValueSymbol first = seen.putIfAbsent(value.number, value);
            if (first != null) {
                diagnostics.add(Diagnostic.error(
                                "enum-alias",
                                value.numberSpan,
                                "\"" + value.name + "\" has the number of \"" + first.name + "\"")
                        .withLabel(first.numberSpan, "used here first")
                        .withHelp("if that is meant, set option allow_alias = true; in the enum"));
            }
        }
    }

    @SuppressWarnings("deprecation") // the reference compiler still heeds the option
    private void names(EnumSymbol enumeration, EnumOptions options) {
        String prefix = enumeration.name.replace("_", "").toLowerCase(Locale.ROOT);
        Map<String, EnumValueSymbol> seen = new HashMap<>();
        for (EnumValueSymbol value : enumeration.values) {
            EnumValueSymbol first = seen.putIfAbsent(pascalCase(withoutPrefix(value.name, prefix)), value);
            if (first == null || first.name.equals(value.name) || first.number == value.number) {
                continue;
            }
            String message = "\"" + value.name + "\" and \"" + first.name
                    + "\" are the same name once case and the enum's name as a prefix are taken away";
            boolean tolerated = options.getDeprecatedLegacyJsonFieldConflicts()
                    && enumeration.file.edition == Edition.EDITION_PROTO2;
            Diagnostic diagnostic = tolerated
                    ? Diagnostic.warning("enum-name-conflict", value.nameSpan, message)
                    : Diagnostic.error("enum-name-conflict", value.nameSpan, message);
            diagnostics.add(diagnostic.withLabel(first.nameSpan, "the other one"));
        }
    }

    /** @param prefix in lower case and without underscores */
    private static String withoutPrefix(String name, String prefix) {
        int at = 0;
        int matched = 0;
        while (at < name.length() && matched < prefix.length()) {
            char c = name.charAt(at++);
            if (c != '_' && Character.toLowerCase(c) != prefix.charAt(matched++)) {
                return name;
            }
        }
        while (at < name.length() && name.charAt(at) == '_') {
            at++;
        }
        return matched < prefix.length() || at == name.length() ? name : name.substring(at);
    }

    private static String pascalCase(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean upper = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                out.append(upper ? Character.toUpperCase(c) : Character.toLowerCase(c));
                upper = false;
            }
        }
        return out.toString();
    }
}
