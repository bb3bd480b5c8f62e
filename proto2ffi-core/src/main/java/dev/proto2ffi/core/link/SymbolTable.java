package dev.proto2ffi.core.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All symbols of a run by full name. Names are unique over all files, whether or not they see each other, as in protoc.
 * A file whose linking fails takes its symbols with it.
 */
final class SymbolTable {
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final List<String> namesOfFile = new ArrayList<>();
    private final List<FieldSymbol> extensionsOfFile = new ArrayList<>();

    /** Called before the symbols of the next file are added. */
    void beginFile() {
        namesOfFile.clear();
        extensionsOfFile.clear();
    }

    /** Forgets what has been added since {@link #beginFile}. */
    void rollBack() {
        namesOfFile.forEach(symbols::remove);
        for (FieldSymbol extension : extensionsOfFile) {
            if (extension.container != null) {
                extension.container.extendedBy.remove(extension.number, extension);
            }
        }
        beginFile();
    }

    /**
     * Adds a symbol unless its name is taken.
     *
     * @return the symbol that has the name already, or null
     */
    @Nullable Symbol add(Symbol symbol) {
        Symbol other = symbols.putIfAbsent(symbol.fullName, symbol);
        if (other == null) {
            namesOfFile.add(symbol.fullName);
        }
        return other;
    }

    /**
     * Registers an extension with the message that it extends.
     *
     * @return the extension that has the number already, or null
     */
    @Nullable FieldSymbol addExtension(MessageSymbol extended, FieldSymbol extension) {
        FieldSymbol other = extended.extendedBy.putIfAbsent(extension.number, extension);
        if (other == null) {
            extensionsOfFile.add(extension);
        }
        return other;
    }

    @Nullable Symbol find(String fullName) {
        return symbols.get(fullName);
    }

    @Nullable MessageSymbol findMessage(String fullName) {
        return symbols.get(fullName) instanceof MessageSymbol message ? message : null;
    }

    Collection<Symbol> all() {
        return symbols.values();
    }
}
