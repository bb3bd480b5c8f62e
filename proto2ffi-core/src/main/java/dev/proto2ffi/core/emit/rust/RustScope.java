package dev.proto2ffi.core.emit.rust;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** A namespace: who comes first keeps the name, who comes later takes trailing underscores until one is free. */
final class RustScope {
    private final Set<String> taken = new HashSet<>();
    private final Predicate<String> reserved;

    RustScope(Predicate<String> reserved) {
        this.reserved = reserved;
    }

    /** The name, or what it has to become, which from now on is taken. */
    String claim(String wanted) {
        String name = wanted;
        while (reserved.test(name) || !taken.add(name)) {
            name += "_";
        }
        return name;
    }
}
