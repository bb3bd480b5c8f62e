package dev.proto2ffi.core.compile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what the file system means. */
final class OutputErrors {
    private OutputErrors() {}

    /** @param path what was to be written */
    static OutputException explain(Path path, IOException cause) {
        if (cause instanceof OutputException already) {
            return already;
        }
        Path obstacle = firstFileAmongParents(path);
        if (obstacle != null) {
            return new OutputException(
                    "can't write " + path + ": " + obstacle + " is a file, not a directory",
                    "move " + obstacle + " away, or choose another output directory",
                    cause);
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return new OutputException(
                    "can't write " + path + ": a directory of that name is in the way",
                    "remove the directory, or choose another output directory",
                    cause);
        }
        if (cause instanceof AccessDeniedException) {
            return new OutputException(
                    "can't write " + path + ": permission denied",
                    "make the directory writable, or choose another output directory",
                    cause);
        }
        String reason = cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(cause.getMessage());
        String help = reason.toLowerCase(Locale.ROOT).contains("space")
                ? "free some space; nothing was changed"
                : "choose another output directory, or mend the file system";
        return new OutputException("can't write " + path + ": " + lowerFirst(reason), help, cause);
    }

    private static @Nullable Path firstFileAmongParents(Path path) {
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.isDirectory(parent)) {
                return null;
            }
            if (Files.exists(parent)) {
                return parent;
            }
        }
        return null;
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
