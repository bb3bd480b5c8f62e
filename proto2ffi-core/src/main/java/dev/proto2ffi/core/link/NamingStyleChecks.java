package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FeatureSet.EnforceNamingStyle;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/** The spelling of names that edition 2024 enforces unless the feature enforce_naming_style says otherwise. */
final class NamingStyleChecks {
    private final Diagnostics diagnostics;

    private NamingStyleChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void check(FileUnit file, Diagnostics diagnostics) {
        NamingStyleChecks checks = new NamingStyleChecks(diagnostics);
        if (file.packageNode != null && isEnforced(Features.of(file))) {
            Span span = file.packageNode.span();
            checks.report(
                    "package",
                    file.packageName,
                    span,
                    lowerSnake(file.packageName.replace('.', '_'), file.packageName));
        }
        file.messages.forEach(checks::message);
        file.enums.forEach(checks::enumeration);
        for (ServiceSymbol service : file.services) {
            checks.title(service, "service");
            service.methods.forEach(method -> checks.title(method, "method"));
        }
        file.extensions.forEach(field -> checks.snake(field, "field"));
    }

    private static boolean isEnforced(FeatureSet features) {
        EnforceNamingStyle style = features.getEnforceNamingStyle();
        return style == EnforceNamingStyle.STYLE2024 || style == EnforceNamingStyle.STYLE2026;
    }

    private void message(MessageSymbol message) {
        if (message.mapEntry) {
            return;
        }
        title(message, "message");
        message.enums.forEach(this::enumeration);
        message.fields.forEach(field -> snake(field, "field"));
        for (OneofSymbol oneof : message.oneofs) {
            if (!oneof.synthetic) {
                snake(oneof, "oneof");
            }
        }
        message.messages.forEach(this::message);
        message.extensions.forEach(field -> snake(field, "field"));
    }

    private void enumeration(EnumSymbol enumeration) {
        title(enumeration, "enum");
        for (EnumValueSymbol value : enumeration.values) {
            if (isEnforced(Features.of(value))) {
                report("enum value", value.name, value.nameSpan, upperSnake(value.name));
            }
        }
    }

    private void title(Symbol symbol, String kind) {
        if (isEnforced(Features.of(symbol))) {
            report(kind, symbol.name, symbol.nameSpan, titleCase(symbol.name));
        }
    }

    private void snake(Symbol symbol, String kind) {
        if (isEnforced(Features.of(symbol))) {
            report(kind, symbol.name, symbol.nameSpan, lowerSnake(symbol.name, symbol.name));
        }
    }

    private void report(String kind, String name, Span span, @Nullable String wrong) {
        if (wrong != null) {
            diagnostics.add(Diagnostic.error("naming-style", span, kind + " name \"" + name + "\" " + wrong)
                    .withHelp("features.enforce_naming_style = STYLE_LEGACY turns this rule off"));
        }
    }

    private static @Nullable String titleCase(String name) {
        if (name.indexOf('_') >= 0) {
            return "should be in TitleCase";
        }
        char first = name.charAt(0);
        return first >= 'A' && first <= 'Z' ? null : "should begin with a capital letter";
    }

    /** @param name what to look at, with dots taken for underscores; {@code written} is what the user wrote */
    private static @Nullable String lowerSnake(String name, String written) {
        if (!(name.charAt(0) >= 'a' && name.charAt(0) <= 'z') && !(name.charAt(0) >= 'A' && name.charAt(0) <= 'Z')) {
            return "should begin with a lower-case letter";
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
                return "should be in lower_snake_case";
            }
        }
        return underscores(written);
    }

    private static @Nullable String upperSnake(String name) {
        if (name.charAt(0) == '_') {
            return "should begin with an upper-case letter";
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 'a' && name.charAt(i) <= 'z') {
                return "should be in UPPER_SNAKE_CASE";
            }
        }
        return underscores(name);
    }

    /** An underscore stands between two words: a letter or digit before it, a letter behind it. */
    private static @Nullable String underscores(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != '_') {
                continue;
            }
            char behind = i + 1 < name.length() ? name.charAt(i + 1) : '_';
            if (behind == '_' || behind == '.' || (behind >= '0' && behind <= '9')) {
                return "has an underscore that doesn't stand before a letter";
            }
        }
        return null;
    }
}
