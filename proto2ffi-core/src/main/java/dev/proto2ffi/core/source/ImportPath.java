package dev.proto2ffi.core.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places in which imports are looked for, in order; the first that has the file wins. */
public final class ImportPath {
    private final List<ImportRoot> roots;
    private final Lookups lookups;

    public ImportPath(List<? extends ImportRoot> roots) {
        this(roots, new Lookups());
    }

    /** @param lookups is told of every file that is looked for */
    public ImportPath(List<? extends ImportRoot> roots, Lookups lookups) {
        this.roots = List.copyOf(roots);
        this.lookups = lookups;
    }

    /** This path with further places behind its own. */
    public ImportPath plus(List<? extends ImportRoot> more) {
        List<ImportRoot> all = new ArrayList<>(roots);
        all.addAll(more);
        return new ImportPath(all, lookups);
    }

    public List<ImportRoot> roots() {
        return roots;
    }

    /**
     * @return the file, or null where no place has it or the name is not {@linkplain #isValidName valid}
     * @throws IOException when the file is there and can't be read
     */
    public @Nullable SourceFile find(String importName) throws IOException {
        if (!isValidName(importName)) {
            return null;
        }
        for (ImportRoot root : roots) {
            SourceFile file = root.find(importName, lookups);
            if (file != null) {
                return file;
            }
        }
        return null;
    }

    /**
     * A file that stands beside another, in the place that has the other one.
     *
     * @return null where that place has no such file, or no place has the other one
     * @throws IOException when a file is there and can't be read
     */
    public @Nullable SourceFile findBeside(String importName, String sibling) throws IOException {
        for (ImportRoot root : roots) {
            if (root.has(importName, lookups)) {
                // The places behind it may be many jars: they need not be opened.
                return root.find(sibling, lookups);
            }
        }
        return null;
    }

    /**
     * Whether a name may be imported: relative, with single forward slashes, without {@code .} and {@code ..}, so that
     * one file has one name.
     */
    public static boolean isValidName(String importName) {
        if (importName.isEmpty() || importName.indexOf('\\') >= 0 || importName.indexOf('\0') >= 0) {
            return false;
        }
        for (String part : importName.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
