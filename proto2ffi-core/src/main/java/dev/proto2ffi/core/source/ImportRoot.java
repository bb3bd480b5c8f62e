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

    /** How messages name the place, as in "looked for it in …". */
    String description();
}
