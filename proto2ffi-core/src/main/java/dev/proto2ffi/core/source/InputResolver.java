package dev.proto2ffi.core.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the files that a user names the names under which other files import them.
 *
 * <p>The rules are protoc's: a file's import name is its path below the first import directory that holds it; a file
 * that an earlier directory has under the same name shadows it, which is an error; an argument that is no path on disk
 * may itself be an import name. Where protoc compares the letters of paths, directories are compared here, so that
 * {@code -I /home/me/proto} holds {@code proto/a.proto} and symbolic links do no harm. Without import directories the
 * working directory is one, and a file outside of it adds its own directory behind it.
 */
public final class InputResolver {
    private final List<DirectoryRoot> directories = new ArrayList<>();
    private final boolean defaults;
    private final List<? extends ImportRoot> more;
    private final Lookups lookups;
    private final List<InputProblem> problems = new ArrayList<>();
    private final Map<String, SourceFile> roots = new LinkedHashMap<>();

    private InputResolver(List<Path> directories, List<? extends ImportRoot> more, Lookups lookups) {
        this.defaults = directories.isEmpty();
        this.more = more;
        this.lookups = lookups;
        for (Path directory : defaults ? List.of(Path.of("")) : directories) {
            this.directories.add(new DirectoryRoot(directory));
        }
    }

    /**
     * @param files paths, or import names to be found in the directories and in {@code more}
     * @param directories import directories in order; empty means the working directory
     * @param more places for imports behind the directories
     * @throws InputException with all that is wrong with the files and the directories
     */
    public static Inputs resolve(List<Path> files, List<Path> directories, List<? extends ImportRoot> more)
            throws InputException {
        return resolve(files, directories, more, new Lookups());
    }

    /**
     * As {@link #resolve(List, List, List)}.
     *
     * @param lookups is told of every file that is looked for, also through the path that this gives
     */
    public static Inputs resolve(
            List<Path> files, List<Path> directories, List<? extends ImportRoot> more, Lookups lookups)
            throws InputException {
        InputResolver resolver = new InputResolver(directories, more, lookups);
        resolver.checkDirectories();
        if (resolver.defaults) {
            resolver.addDirectoriesOf(files);
        }
        for (Path file : files) {
            resolver.resolve(file);
        }
        if (!resolver.problems.isEmpty()) {
            throw new InputException(resolver.problems);
        }
        return new Inputs(List.copyOf(resolver.roots.values()), resolver.imports());
    }

    private ImportPath imports() {
        return new ImportPath(directories, lookups).plus(more);
    }

    private void checkDirectories() {
        for (DirectoryRoot root : directories) {
            Path directory = root.directory();
            if (Files.isDirectory(directory)) {
                continue;
            }
            boolean exists = Files.exists(directory);
            if (exists) {
                lookups.depends(directory);
            } else {
                lookups.absent(directory);
            }
            String reason = exists ? "it is a file, not a directory" : "there is no such directory";
            problems.add(new InputProblem(
                    InputProblem.Kind.FILE_SYSTEM,
                    "can't look for imports in " + directory + ": " + reason,
                    "-I takes an existing directory, the one that import names start from"));
        }
    }

    private void addDirectoriesOf(List<Path> files) {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || holder(file) != null) {
                continue;
            }
            Path parent = file.getParent();
            directories.add(new DirectoryRoot(parent == null ? Path.of("") : parent));
        }
    }

    private void resolve(Path file) {
        try {
            SourceFile source = Files.exists(file) ? onDisk(file) : byImportName(file);
            if (source != null) {
                roots.putIfAbsent(source.importName(), source);
            }
        } catch (IOException e) {
            problems.add(new InputProblem(
                    InputProblem.Kind.FILE_SYSTEM, String.valueOf(e.getMessage()), "name a readable .proto file"));
        }
    }

    private @Nullable SourceFile byImportName(Path file) throws IOException {
        lookups.absent(file);
        SourceFile found = imports().find(slashed(file));
        if (found == null) {
            problems.add(new InputProblem(
                    InputProblem.Kind.FILE_SYSTEM,
                    "can't read " + file + ": there is no such file",
                    "give its path from the working directory, or its name in an import directory; looked in "
                            + lookedIn()));
        }
        return found;
    }

    private @Nullable SourceFile onDisk(Path file) throws IOException {
        lookups.depends(file);
        if (Files.isDirectory(file)) {
            problems.add(new InputProblem(
                    InputProblem.Kind.FILE_SYSTEM,
                    "can't read " + file + ": it is a directory, not a .proto file",
                    "name the files in it, such as " + file.resolve("*.proto")));
            return null;
        }
        DirectoryRoot holder = holder(file);
        if (holder == null) {
            // As in protoc: a path that exists but lies outside may still be an import name.
            SourceFile found = imports().find(slashed(file));
            if (found == null) {
                problems.add(outside(file));
            }
            return found;
        }
        String importName = importName(holder, file);
        DirectoryRoot earlier = shadow(holder, file, importName);
        if (earlier != null) {
            problems.add(shadowed(file, earlier.directory().resolve(importName).normalize(), importName));
            return null;
        }
        SourceFile found = SourceReader.read(importName, file.toString(), file);
        lookups.read(file, found);
        noteEarlier(holder, importName, found);
        return found;
    }

    /** A file that appears in an earlier directory would shadow the one found. */
    private void noteEarlier(DirectoryRoot holder, String importName, SourceFile found) {
        for (DirectoryRoot root : directories) {
            if (root.equals(holder)) {
                return;
            }
            if (root.has(importName, lookups)) {
                lookups.read(root.directory().resolve(importName), found);
            }
        }
    }

    private InputProblem outside(Path file) {
        Path parent = file.getParent();
        return new InputProblem(
                InputProblem.Kind.ARGUMENTS,
                file + " lies in none of the import directories, so that no import name leads to it; they are "
                        + lookedIn(),
                "add -I " + (parent == null ? "." : parent) + ", or the directory that its import name starts from");
    }

    private static InputProblem shadowed(Path file, Path other, String importName) {
        return new InputProblem(
                InputProblem.Kind.ARGUMENTS,
                file + " is shadowed by " + other + ": an import of \"" + importName + "\" means the latter",
                "compile " + other + " instead, or put the -I of " + file + " first");
    }

    /** An earlier directory that has another file of the same import name. */
    private @Nullable DirectoryRoot shadow(DirectoryRoot holder, Path file, String importName) throws IOException {
        for (DirectoryRoot root : directories) {
            if (root.equals(holder)) {
                return null;
            }
            Path other = root.directory().resolve(importName);
            if (Files.exists(other) && !Files.isSameFile(other, file)) {
                return root;
            }
        }
        return null;
    }

    /** The first directory that holds the file, by the letters of the paths if possible, else by what they lead to. */
    private @Nullable DirectoryRoot holder(Path file) {
        for (DirectoryRoot root : directories) {
            if (absolute(file).startsWith(absolute(root.directory()))) {
                return root;
            }
        }
        for (DirectoryRoot root : directories) {
            if (real(file).startsWith(real(root.directory()))) {
                return root;
            }
        }
        return null;
    }

    private static String importName(DirectoryRoot holder, Path file) {
        Path from = absolute(holder.directory());
        Path to = absolute(file);
        return slashed(
                to.startsWith(from)
                        ? from.relativize(to)
                        : real(holder.directory()).relativize(real(file)));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // What can't be resolved is compared as it is written; reading it will say what is wrong.
            return absolute(path);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private String lookedIn() {
        StringBuilder text = new StringBuilder();
        for (DirectoryRoot root : directories) {
            text.append(text.length() == 0 ? "" : ", ").append(root.description());
        }
        return text.toString();
    }
}
