package dev.proto2ffi.core.link;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enters a file's names into the symbol table, and reports those that are taken. */
final class Declarations {
    private final FileUnit file;
    private final SymbolTable table;
    private final Diagnostics diagnostics;
    private final RangeChecks ranges;

    private Declarations(FileUnit file, SymbolTable table, Diagnostics diagnostics) {
        this.file = file;
        this.table = table;
        this.diagnostics = diagnostics;
        this.ranges = new RangeChecks(diagnostics);
    }

    /** The package and its leading parts. */
    static void declarePackage(FileUnit file, SymbolTable table, Diagnostics diagnostics) {
        new Declarations(file, table, diagnostics).declarePackage();
    }

    /** Everything in the file; numbers and ranges are checked on the way, as protoc does. */
    static void declare(FileUnit file, SymbolTable table, Diagnostics diagnostics) {
        Declarations all = new Declarations(file, table, diagnostics);
        file.messages.forEach(all::declare);
        file.enums.forEach(all::declare);
        for (ServiceSymbol service : file.services) {
            service.methods.forEach(all::add);
            all.add(service);
        }
        file.extensions.forEach(all::declare);
    }

    private void declarePackage() {
        if (file.packageNode == null || !NestingLimits.allow(file.packageNode, diagnostics)) {
            return;
        }
        String name = file.packageName;
        while (true) {
            int dot = name.lastIndexOf('.');
            Symbol other = table.add(new PackageSymbol(
                    file, name.substring(dot + 1), name, file.packageNode.name().span()));
            if (other instanceof PackageSymbol) {
                return;
            }
            if (other != null) {
                diagnostics.add(Diagnostic.error(
                                "duplicate-name",
                                file.packageNode.span(),
                                "package \"" + name + "\" has the name of a " + other.kind() + " in \""
                                        + other.file.name() + "\"")
                        .withLabel(other.nameSpan, "the " + other.kind() + " is declared here"));
                return;
            }
            if (dot < 0) {
                return;
            }
            name = name.substring(0, dot);
        }
    }

    private void declare(MessageSymbol message) {
        message.oneofs.forEach(this::add);
        message.fields.forEach(this::declare);
        message.enums.forEach(this::declare);
        message.extensions.forEach(this::declare);
        message.messages.forEach(this::declare);
        add(message);
        ranges.message(message);
    }

    private void declare(FieldSymbol field) {
        ranges.field(field);
        add(field);
    }

    private void declare(EnumSymbol enumeration) {
        enumeration.values.forEach(this::add);
        add(enumeration);
        ranges.enumeration(enumeration);
    }

    private void add(Symbol symbol) {
        Symbol other = table.add(symbol);
        if (other != null) {
            diagnostics.add(conflict(symbol, other));
        }
    }

    private Diagnostic conflict(Symbol symbol, Symbol other) {
        int dot = symbol.fullName.lastIndexOf('.');
        String where = other.file != file
                ? "in \"" + other.file.name() + "\""
                : dot < 0 ? "in this file" : "in \"" + symbol.fullName.substring(0, dot) + "\"";
        String name = other.file != file || dot < 0 ? symbol.fullName : symbol.name;
        Diagnostic error = Diagnostic.error(
                        "duplicate-name",
                        symbol.nameSpan,
                        "\"" + name + "\" is already declared " + where + ", as " + other.aKind())
                .withLabel(other.nameSpan, "first declared here");
        String help = help(symbol, other);
        return help == null ? error : error.withHelp(help);
    }

    private static @Nullable String help(Symbol symbol, Symbol other) {
        if (symbol instanceof EnumValueSymbol value) {
            return "the values of an enum are siblings of the enum, as in C++: put a prefix before them, as in "
                    + value.parent.name.toUpperCase(Locale.ROOT) + "_" + value.name;
        }
        if (other instanceof MessageSymbol message && message.mapEntry) {
            return "a map field implies a message of this name: rename either of them";
        }
        if (other instanceof PackageSymbol) {
            return "a package and its parts take part in the names, too";
        }
        return null;
    }
}
