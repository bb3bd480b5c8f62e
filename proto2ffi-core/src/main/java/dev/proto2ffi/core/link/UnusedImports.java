package dev.proto2ffi.core.link;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warns of imports that nothing in the file needs. */
final class UnusedImports {
    private final Set<FileUnit> used = new HashSet<>();

    private UnusedImports() {}

    /** @param file linked and without errors */
    static void check(FileUnit file, Diagnostics diagnostics) {
        if (file.imports.isEmpty()) {
            return;
        }
        UnusedImports uses = new UnusedImports();
        uses.collect(file);
        for (FileUnit.Import each : file.imports) {
            FileUnit imported = each.file();
            if (imported != null && !each.isPublic() && !uses.needs(imported)) {
                diagnostics.add(Diagnostic.warning(
                                "unused-import", each.node().span(), "import \"" + each.path() + "\" is unused")
                        .withHelp("delete it"));
            }
        }
    }

    /** Whether the file, or what it hands on by public imports, is used. */
    private boolean needs(FileUnit imported) {
        Set<FileUnit> visited = new HashSet<>();
        Deque<FileUnit> open = new ArrayDeque<>();
        visited.add(imported);
        open.add(imported);
        while (!open.isEmpty()) {
            FileUnit next = open.remove();
            if (used.contains(next)) {
                return true;
            }
            for (FileUnit.Import each : next.imports) {
                FileUnit file = each.file();
                if (each.isPublic() && file != null && visited.add(file)) {
                    open.add(file);
                }
            }
        }
        return false;
    }

    private void collect(FileUnit file) {
        for (MessageSymbol message : SchemaChecks.allMessages(file)) {
            message.fields.forEach(this::field);
            message.extensions.forEach(this::field);
        }
        file.extensions.forEach(this::field);
        for (ServiceSymbol service : file.services) {
            for (MethodSymbol method : service.methods) {
                symbol(method.input);
                symbol(method.output);
            }
        }
        for (OptionSet set : file.optionSets) {
            if (set.value != null) {
                options(set.value);
            }
        }
    }

    private void field(FieldSymbol field) {
        symbol(field.messageType);
        symbol(field.enumType);
        symbol(field.container);
    }

    private void options(MessageValue message) {
        for (MessageValue.Entry entry : message.entries()) {
            if (entry.field().isExtension()) {
                symbol(entry.field());
            }
            for (Object value : entry.values()) {
                if (value instanceof MessageValue below) {
                    options(below);
                }
            }
        }
    }

    private void symbol(@Nullable Symbol symbol) {
        if (symbol != null) {
            used.add(symbol.file);
        }
    }
}
