package dev.proto2ffi.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the constructors of snapshots need. For generated code only. */
public final class Snapshots {
    private Snapshots() {}

    /** An unmodifiable copy in the same order; values may be null, as pointers to messages may. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
