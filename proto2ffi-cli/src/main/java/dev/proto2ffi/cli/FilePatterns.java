package dev.proto2ffi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Arguments with {@code *}, {@code **} or {@code ?} that no shell has replaced by the files that they match: because it was
 * quoted, for {@code --watch} to find files that are made later, or because the shell doesn't do such things.
 */
final class FilePatterns {
    private FilePatterns() {}

    /** Each pattern replaced by its files, sorted; one that matches none stays, to be reported as a missing file. */
    static List<Path> expand(List<Path> arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path argument : arguments) {
            List<Path> found = isPattern(argument) ? find(argument) : List.of();
            files.addAll(found.isEmpty() ? List.of(argument) : found);
        }
        return files;
    }

    /** The directories in which a file could appear that a pattern matches. */
    static Set<Path> directories(List<Path> arguments) throws IOException {
        Set<Path> directories = new LinkedHashSet<>();
        for (Path argument : arguments) {
            if (isPattern(argument)) {
                directories.addAll(walk(argument, true));
            }
        }
        return directories;
    }

    private static boolean isPattern(Path argument) {
        return hasWildcard(argument) && !Files.exists(argument);
    }

    private static boolean hasWildcard(Path path) {
        String text = path.toString();
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static List<Path> find(Path pattern) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob(pattern.toString()));
        return walk(pattern, false).stream().filter(matcher::matches).sorted().toList();
    }

    /** Braces, brackets and backslashes mean themselves; {@code **} may stand for no directory at all. */
    private static String glob(String pattern) {
        StringBuilder out = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            out.append("\\[]{}".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return out.toString().replace("**/", "{**/,}");
    }

    /** Directories or files from where the pattern begins to be one; what is hidden stays so. */
    private static List<Path> walk(Path pattern, boolean directories) throws IOException {
        Path base = pattern;
        while (base != null && hasWildcard(base)) {
            base = base.getParent();
        }
        Path start = base == null ? Path.of("") : base;
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        int names = pattern.getNameCount() - (base == null ? 0 : base.getNameCount());
        int depth = pattern.toString().contains("**") ? Integer.MAX_VALUE : directories ? names - 1 : names;
        int shown = base == null ? 0 : base.getNameCount();
        try (Stream<Path> tree = Files.walk(start, depth)) {
            return tree.filter(path -> directories ? Files.isDirectory(path) : Files.isRegularFile(path))
                    .filter(path -> !isHidden(path, shown))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isHidden(Path path, int from) {
        for (int i = from; i < path.getNameCount(); i++) {
            String name = path.getName(i).toString();
            if (name.startsWith(".") && name.length() > 1) {
                return true;
            }
        }
        return false;
    }
}
