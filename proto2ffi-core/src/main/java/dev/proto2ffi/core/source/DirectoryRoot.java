package dev.proto2ffi.core.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A directory of .proto files.
 *
 * @param directory as the user gave it; relative to the working directory
 */
public record DirectoryRoot(Path directory) implements ImportRoot {
    @Override
    public @Nullable SourceFile find(String importName) throws IOException {
        Path file = directory.resolve(importName);
        return Files.exists(file) ? SourceReader.read(importName, displayPath(importName), file) : null;
    }

    @Override
    public @Nullable SourceFile find(String importName, Lookups lookups) throws IOException {
        if (!has(importName, lookups)) {
            return null;
        }
        Path file = directory.resolve(importName);
        lookups.depends(file);
        SourceFile found = SourceReader.read(importName, displayPath(importName), file);
        lookups.read(file, found);
        return found;
    }

    @Override
    public boolean has(String importName, Lookups lookups) {
        Path file = directory.resolve(importName);
        if (Files.exists(file)) {
            lookups.present(file);
            return true;
        }
        lookups.absent(file);
        return false;
    }

    private String displayPath(String importName) {
        Path normal = directory.normalize();
        return normal.toString().isEmpty()
                ? importName
                : normal.resolve(importName).toString();
    }

    @Override
    public String description() {
        return directory.toString().isEmpty() ? "." : directory.toString();
    }
}
