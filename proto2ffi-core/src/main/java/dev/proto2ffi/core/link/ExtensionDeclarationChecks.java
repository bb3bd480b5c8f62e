package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions;
import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions.Declaration;
import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions.VerificationState;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The declarations in extension ranges: that they make sense, and that extensions keep to them. */
final class ExtensionDeclarationChecks {
    private final Diagnostics diagnostics;

    private ExtensionDeclarationChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void check(FileUnit file, Diagnostics diagnostics) {
        ExtensionDeclarationChecks checks = new ExtensionDeclarationChecks(diagnostics);
        Set<String> names = new HashSet<>();
        for (MessageSymbol message : SchemaChecks.allMessages(file)) {
            // Ranges of one statement share one set of options, and each is checked against all of its declarations.
            for (MessageSymbol.ExtensionRange range : message.extensionRanges) {
                checks.range(message, range, names);
            }
            message.extensions.forEach(checks::extension);
        }
        file.extensions.forEach(checks::extension);
    }

    private static ExtensionRangeOptions options(MessageSymbol.ExtensionRange range) {
        return range.options == null
                ? ExtensionRangeOptions.getDefaultInstance()
                : OptionsMessages.read(ExtensionRangeOptions.parser(), range.options, false);
    }

    private void range(MessageSymbol message, MessageSymbol.ExtensionRange range, Set<String> names) {
        ExtensionRangeOptions options = options(range);
        if (options.getDeclarationCount() > 0
                && options.hasVerification()
                && options.getVerification() == VerificationState.UNVERIFIED) {
            error(range.span, "an UNVERIFIED range of \"" + message.fullName + "\" has no extension declarations");
        }
        Set<Integer> numbers = new HashSet<>();
        for (Declaration each : options.getDeclarationList()) {
            String which = "extension declaration " + each.getNumber();
            if (each.getNumber() < range.start || each.getNumber() >= range.end) {
                error(range.span, which + " is outside of the range");
            }
            if (!numbers.add(each.getNumber())) {
                error(range.span, which + " stands here twice");
            }
            names(range.span, each, which, names);
        }
    }

    private void names(Span place, Declaration each, String which, Set<String> names) {
        if (each.getReserved() ? each.hasFullName() != each.hasType() : !each.hasFullName() || !each.hasType()) {
            error(place, which + " needs both full_name and type");
            return;
        }
        if (!each.hasFullName()) {
            return;
        }
        if (!names.add(each.getFullName())) {
            error(place, "extension \"" + each.getFullName() + "\" is declared twice");
        }
        fullName(place, each.getFullName());
        if (!isScalar(each.getType())) {
            fullName(place, each.getType());
        }
    }

    private static boolean isScalar(String type) {
        for (Type each : Type.values()) {
            boolean named = each == Type.TYPE_MESSAGE || each == Type.TYPE_GROUP || each == Type.TYPE_ENUM;
            if (!named && ScalarTypes.word(each).equals(type)) {
                return true;
            }
        }
        return false;
    }

    private void fullName(Span place, String name) {
        if (!name.startsWith(".")) {
            error(place, "\"" + name + "\" needs a leading dot: it is a full name");
            return;
        }
        for (String part : name.substring(1).split("\\.", -1)) {
            if (!isIdentifier(part)) {
                error(place, "\"" + name + "\" has a part that is no identifier");
                return;
            }
        }
    }

    private static boolean isIdentifier(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private void extension(FieldSymbol field) {
        MessageSymbol container = field.container;
        MessageSymbol.ExtensionRange range = container == null ? null : container.extensionRange(field.number);
        if (container == null || range == null || field.extendeeName == null) {
            return;
        }
        ExtensionRangeOptions options = options(range);
        if (options.getDeclarationCount() == 0
                && !(options.hasVerification() && options.getVerification() == VerificationState.DECLARATION)) {
            return;
        }
        Span place = field.extendeeName.span();
        Map<Integer, Declaration> declared = new HashMap<>();
        for (Declaration each : options.getDeclarationList()) {
            declared.putIfAbsent(each.getNumber(), each);
        }
        Declaration own = declared.get(field.number);
        String which = "extension " + field.number + " of \"" + container.fullName + "\"";
        if (own == null) {
            labelled(place, which + " isn't declared in its range", range);
        } else if (own.getReserved()) {
            labelled(place, which + " is reserved", range);
        } else {
            matches(place, field, own, which, range);
        }
    }

    private void matches(
            Span place, FieldSymbol field, Declaration own, String which, MessageSymbol.ExtensionRange range) {
        if (own.hasFullName() && !own.getFullName().equals("." + field.fullName)) {
            labelled(
                    place,
                    which + " is declared as \"" + own.getFullName() + "\", not \"." + field.fullName + "\"",
                    range);
        }
        String type = typeName(field);
        if (own.hasType() && type != null && !own.getType().equals(type)) {
            labelled(place, which + " is declared with type " + own.getType() + ", not " + type, range);
        }
        if (own.hasFullName() && own.getRepeated() != field.isRepeated()) {
            labelled(place, which + " is declared " + (own.getRepeated() ? "repeated" : "not repeated"), range);
        }
    }

    private static @Nullable String typeName(FieldSymbol field) {
        if (field.messageType != null) {
            return "." + field.messageType.fullName;
        }
        if (field.enumType != null) {
            return "." + field.enumType.fullName;
        }
        return field.type == null ? null : ScalarTypes.word(field.type);
    }

    private void labelled(Span place, String message, MessageSymbol.ExtensionRange range) {
        diagnostics.add(Diagnostic.error("extension-declaration", place, message)
                .withLabel(range.span, "the declarations of this range"));
    }

    private void error(Span place, String message) {
        diagnostics.add(Diagnostic.error("extension-declaration", place, message));
    }
}
