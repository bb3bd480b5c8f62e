package dev.proto2ffi.core.link;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a schema must keep beyond names and options being resolvable, in the order in which the reference
 * compiler applies them.
 */
final class SchemaChecks {
    private SchemaChecks() {}

    /** What can be said when the declarations are known, before any name is resolved: numbers, ranges, reserved names. */
    static void declared(FileUnit file, Diagnostics diagnostics) {
        RangeChecks ranges = new RangeChecks(diagnostics);
        for (MessageSymbol message : allMessages(file)) {
            message.fields.forEach(ranges::field);
            message.extensions.forEach(ranges::field);
            ranges.message(message);
        }
        file.extensions.forEach(ranges::field);
        for (EnumSymbol enumeration : allEnums(file)) {
            ranges.enumeration(enumeration);
        }
    }

    /** What depends on features and on options that mean something to the compiler. */
    static void interpreted(FileUnit file, Diagnostics diagnostics) {
        int before = diagnostics.errorCount();
        FieldChecks fields = new FieldChecks(file, diagnostics);
        fields.file();
        for (MessageSymbol message : allMessages(file)) {
            new JsonNameChecks(diagnostics).message(message);
            fields.message(message);
        }
        file.extensions.forEach(fields::field);
        EnumChecks enums = new EnumChecks(diagnostics);
        allEnums(file).forEach(enums::enumeration);
        ExtensionDeclarationChecks.check(file, diagnostics);
        NestedExportChecks.check(file, diagnostics);
        if (diagnostics.errorCount() == before) {
            NamingStyleChecks.check(file, diagnostics);
        }
    }

    /** All messages of a file, nested ones behind those that they stand in. */
    static List<MessageSymbol> allMessages(FileUnit file) {
        List<MessageSymbol> all = new ArrayList<>();
        for (MessageSymbol message : file.messages) {
            addAll(message, all);
        }
        return all;
    }

    private static void addAll(MessageSymbol message, List<MessageSymbol> into) {
        into.add(message);
        for (MessageSymbol nested : message.messages) {
            addAll(nested, into);
        }
    }

    static List<EnumSymbol> allEnums(FileUnit file) {
        List<EnumSymbol> all = new ArrayList<>(file.enums);
        for (MessageSymbol message : allMessages(file)) {
            all.addAll(message.enums);
        }
        return all;
    }
}
