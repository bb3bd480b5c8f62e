package dev.proto2ffi.core.emit.java;

import java.util.HashSet;
import java.util.Set;

/** Names given out in one scope. */
final class Claims {
    private final Set<String> taken;

    Claims(Set<String> reserved) {
        taken = new HashSet<>(reserved);
    }

    /** The name with as many underscores as make it free; then taken. */
    String claim(String name) {
        String candidate = name;
        while (!taken.add(candidate)) {
            candidate += "_";
        }
        return candidate;
    }
}
