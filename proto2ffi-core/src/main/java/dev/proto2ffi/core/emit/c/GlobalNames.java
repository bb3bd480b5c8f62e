package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one namespace of C that all types, constants, macros and functions share. Files claim their names in the order of
 * the schema, dependencies first.
 */
final class GlobalNames {
    /** Who has a name. {@code what} is for messages: {@code message a.B}. */
    private record Claim(String file, String what, Span span, boolean symbol) {}

    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Set<String>> visible = new HashMap<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final List<Diagnostic> errors = new ArrayList<>();
    private String file = "";

    /** Begins the claims of a file, behind those of all that it imports. */
    void enter(FileDef definition) {
        file = definition.path();
        Set<String> seen = new HashSet<>(Set.of(file));
        for (String imported : definition.imports()) {
            seen.add(imported);
            seen.addAll(visible.getOrDefault(imported, Set.of()));
        }
        visible.put(file, seen);
    }

    /**
     * Takes a name, changed until it is free.
     *
     * @param what whose name it is, for messages
     */
    String claim(String wanted, String what, Span span) {
        String name = CReserved.belongsToImplementation(wanted, true) ? "p2f" + wanted : wanted;
        while (CReserved.asGlobal(name) || claims.containsKey(name)) {
            Claim other = claims.get(name);
            if (other != null && !isVisible(other.file())) {
                warn(name, what, span, other);
            }
            name += "_";
        }
        claims.put(name, new Claim(file, what, span, false));
        return name;
    }

    /**
     * Takes a name that can't be changed, since other programs know it; an error where it is taken.
     *
     * @param what whose name it is, for messages
     */
    void claimSymbol(String name, String what, Span span) {
        Claim other = claims.putIfAbsent(name, new Claim(file, what, span, true));
        if (other == null && !CReserved.asGlobal(name)) {
            return;
        }
        Diagnostic error = Diagnostic.error(
                "c-symbol",
                span,
                other == null
                        ? what + " would be exported as " + name + ", a name that C has already"
                        : what + " would be exported as " + name + ", the name of " + other.what() + " of "
                                + other.file());
        errors.add((other == null ? error : error.withLabel(other.span(), "has the name " + name))
                .withHelp("rename it, or give its file another prefix: option (proto2ffi.file).c_prefix = \"…\";"));
    }

    /** Takes a name that can't be changed, before all others of its file. */
    void reserve(String name, Span span) {
        claims.putIfAbsent(name, new Claim(file, "include guard", span, false));
    }

    /** Whether a member of a struct of the current file would meet a type, macro or constant of this name. */
    boolean isTakenFor(String member) {
        Claim claim = claims.get(member);
        return claim != null && !claim.symbol() && isVisible(claim.file());
    }

    List<Diagnostic> warnings() {
        return warnings;
    }

    List<Diagnostic> errors() {
        return errors;
    }

    private boolean isVisible(String other) {
        return visible.getOrDefault(file, Set.of()).contains(other);
    }

    private void warn(String name, String what, Span span, Claim other) {
        warnings.add(Diagnostic.warning(
                        "c-name-taken",
                        span,
                        what + " and " + other.what() + " of " + other.file() + " are both " + name
                                + " in C; here it becomes " + name + "_, but not when " + file
                                + " is generated without the other file")
                .withLabel(other.span(), "has the name " + name)
                .withHelp("give one of the files another prefix: option (proto2ffi.file).c_prefix = \"…\";"));
    }
}
