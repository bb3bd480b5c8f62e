package dev.proto2ffi.core.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The .proto files that stand among a class's resources, under their import names, such as those that libraries ship in
 * their jars.
 *
 * @param neighbour a class of the jar
 * @param prefix what the import names begin with, such as {@code google/protobuf/}; others are not looked for
 */
public record ResourceRoot(Class<?> neighbour, String prefix) implements ImportRoot {
    @Override
    public @Nullable SourceFile find(String importName) throws IOException {
        if (!importName.startsWith(prefix)) {
            return null;
        }
        try (InputStream in = neighbour.getResourceAsStream("/" + importName)) {
            return in == null ? null : SourceFile.of(importName, importName, in.readAllBytes());
        }
    }

    @Override
    public String description() {
        return "the files that come with proto2ffi (" + prefix + "*)";
    }
}
