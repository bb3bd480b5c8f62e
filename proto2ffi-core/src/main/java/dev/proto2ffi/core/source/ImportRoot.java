package dev.proto2ffi.core.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One place in which imports are looked for: a directory, a jar, the resources of the compiler itself. */
public interface ImportRoot {
    /**
     * @param importName with forward slashes, relative, without {@code .} and {@code ..}
     * @return the file, or null where this place has none of that name
     * @throws IOException when the file is there and can't be read
     */
    @Nullable SourceFile find(String importName) throws IOException;

    /**
     * As {@link #find(String)}, and notes which files on disk the answer came from. Places whose content can't change while
     * proto2ffi is installed, such as its own resources, note nothing.
     */
    default @Nullable SourceFile find(String importName, Lookups lookups) throws IOException {
        return find(importName);
    }

    /** Whether {@link #find(String, Lookups)} would find a file. */
    default boolean has(String importName, Lookups lookups) throws IOException {
        return find(importName, lookups) != null;
    }

    /** How messages name the place, as in "looked for it in …". */
    String description();
}
