package dev.proto2ffi.core.evolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which file is which: those of the same path; of the others, the only one on each side, or those of the same name in other
 * folders. So can a copy in a temporary folder be compared with the original.
 */
final class FilePairs {
    private final Map<String, FileFacts> nowByOld = new HashMap<>();

    private FilePairs() {}

    static FilePairs of(SchemaFacts old, SchemaFacts now) {
        FilePairs pairs = new FilePairs();
        for (FileFacts file : old.files()) {
            FileFacts same = now.file(file.path());
            if (same != null) {
                pairs.nowByOld.put(file.path(), same);
            }
        }
        List<FileFacts> left = old.files().stream()
                .filter(file -> !file.imported() && !pairs.nowByOld.containsKey(file.path()))
                .toList();
        List<FileFacts> right = now.files().stream()
                .filter(file -> !file.imported() && old.file(file.path()) == null)
                .toList();
        for (FileFacts file : left) {
            FileFacts found = left.size() == 1 && right.size() == 1 ? right.get(0) : only(baseName(file), right);
            if (found != null && (left.size() == 1 || only(baseName(file), left) != null)) {
                pairs.nowByOld.put(file.path(), found);
            }
        }
        return pairs;
    }

    private static @Nullable FileFacts only(String baseName, List<FileFacts> files) {
        List<FileFacts> found =
                files.stream().filter(file -> baseName(file).equals(baseName)).toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private static String baseName(FileFacts file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    /** The new file of an old one; null where it has none. */
    @Nullable FileFacts now(String oldPath) {
        return nowByOld.get(oldPath);
    }
}
