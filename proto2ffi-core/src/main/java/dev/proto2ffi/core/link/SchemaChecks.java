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

    /** What depends on features and on options that mean something to the compiler. */
    static void interpreted(FileUnit file, Diagnostics diagnostics) {
        int before = diagnostics.errorCount();
        FieldChecks fields = new FieldChecks(file, diagnostics);
        EnumChecks enums = new EnumChecks(diagnostics);
        JsonNameChecks jsonNames = new JsonNameChecks(diagnostics);
        fields.file();
        file.messages.forEach(each -> interpreted(each, jsonNames, enums, fields));
        file.enums.forEach(enums::enumeration);
        file.extensions.forEach(fields::field);
        ExtensionDeclarationChecks.check(file, diagnostics);
        NestedExportChecks.check(file, diagnostics);
        if (diagnostics.errorCount() == before) {
            NamingStyleChecks.check(file, diagnostics);
        }
    }

    private static void interpreted(
            MessageSymbol message, JsonNameChecks jsonNames, EnumChecks enums, FieldChecks fields) {
        jsonNames.message(message);
        message.enums.forEach(enums::enumeration);
        fields.message(message);
        message.messages.forEach(each -> interpreted(each, jsonNames, enums, fields));
        message.extensions.forEach(fields::field);
    }

    /** What is looked at only in files that are right in all other respects. */
    static void last(FileUnit file, Diagnostics diagnostics) {
        RangeChecks ranges = new RangeChecks(diagnostics);
        for (MessageSymbol message : allMessages(file)) {
            message.fields.forEach(ranges::libraryNumber);
            message.extensions.forEach(ranges::libraryNumber);
        }
        file.extensions.forEach(ranges::libraryNumber);
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
}
