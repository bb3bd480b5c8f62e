package dev.proto2ffi.core.link;

import org.jspecify.annotations.Nullable;

/**
 * Looks names up as protobuf scopes them: the innermost scope that has the first component decides.
 *
 * <p>Holds what the last failed look-up learnt, for the message to the user. One for each file.
 */
final class NameResolver {
    private final SymbolTable table;
    private final FileUnit file;

    /** A symbol of the wanted name in a file that isn't imported; null where there is none. */
    @Nullable Symbol notImported;

    /** The full name to which the first component led and which doesn't exist; null where there is none. */
    @Nullable String missing;

    NameResolver(SymbolTable table, FileUnit file) {
        this.table = table;
        this.file = file;
    }

    /**
     * @param name as written, perhaps with a leading dot
     * @param scope a full name; the search begins with its siblings
     * @param typesOnly whether to pass over a last component that is no message or enum
     * @param inOption whether {@code import option} counts
     */
    @Nullable Symbol look(String name, String scope, boolean typesOnly, boolean inOption) {
        notImported = null;
        missing = null;
        if (name.startsWith(".")) {
            return find(name.substring(1), inOption);
        }
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        int end = scope.lastIndexOf('.');
        while (end >= 0) {
            String candidate = scope.substring(0, end + 1) + first;
            Symbol found = find(candidate, inOption);
            if (found != null) {
                if (dot >= 0) {
                    if (found.isScope()) {
                        String whole = candidate + name.substring(dot);
                        Symbol result = find(whole, inOption);
                        if (result == null) {
                            missing = whole;
                        }
                        return result;
                    }
                } else if (!typesOnly || found instanceof MessageSymbol || found instanceof EnumSymbol) {
                    return found;
                }
            }
            end = scope.lastIndexOf('.', end - 1);
        }
        return find(name, inOption);
    }

    /** The symbol of a full name, if this file sees it. */
    @Nullable Symbol find(String fullName, boolean inOption) {
        Symbol found = table.find(fullName);
        if (found == null) {
            return null;
        }
        if (inOption ? file.seesInOptions(found.file) : file.sees(found.file)) {
            return found;
        }
        if (found instanceof PackageSymbol && (file.isInPackage(fullName) || anyImportIsIn(fullName, inOption))) {
            return found;
        }
        notImported = found;
        return null;
    }

    private boolean anyImportIsIn(String packageName, boolean inOption) {
        for (FileUnit each : file.visible()) {
            if (each.isInPackage(packageName)) {
                return true;
            }
        }
        if (inOption) {
            for (FileUnit.Import each : file.imports) {
                if (each.isOption() && each.file() != null && each.file().isInPackage(packageName)) {
                    return true;
                }
            }
        }
        return false;
    }
}
