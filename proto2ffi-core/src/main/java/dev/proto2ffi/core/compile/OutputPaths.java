package dev.proto2ffi.core.compile;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps output paths, which come from names in the schema or from a manifest, inside the output directory. */
final class OutputPaths {
    private OutputPaths() {}

    static Path resolve(Path directory, String path) throws OutputException {
        if (!isInside(path)) {
            throw new OutputException(
                    "refusing to write \"" + path + "\": it is no plain path below " + directory,
                    "check the package and the options of names in the schema",
                    null);
        }
        return directory.resolve(path);
    }

    /** Whether a path is relative, has no {@code .} and {@code ..} and means the same on every system. */
    static boolean isInside(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return path.chars().noneMatch(c -> c < ' ' || c == '\\' || c == ':' || c == 0x7F);
    }

    /** Whether a file lies below a directory when all symbolic links are followed. */
    static boolean isReallyInside(Path directory, Path file) {
        try {
            Path parent = file.getParent();
            return parent != null && parent.toRealPath().startsWith(directory.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
