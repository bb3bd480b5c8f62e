package dev.proto2ffi.core.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The linked files of a run.
 *
 * @param files dependencies before dependents, roots in the given order among themselves
 */
public record LinkedSchema(List<LinkedFile> files) {
    public LinkedSchema {
        files = List.copyOf(files);
    }

    /** The file with this import name, or null. */
    public @Nullable LinkedFile file(String importName) {
        for (LinkedFile file : files) {
            if (file.source().importName().equals(importName)) {
                return file;
            }
        }
        return null;
    }
}
