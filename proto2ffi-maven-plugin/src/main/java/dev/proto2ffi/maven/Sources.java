package dev.proto2ffi.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * The .proto files of a module that a goal compiles.
 *
 * @param roots the directories that import names start from; only those that exist
 * @param absentRoots those that don't
 * @param files in the order of the roots, and sorted in each, so that a build doesn't depend on the file system's order
 * @param importNames of these files
 * @param idleIncludes patterns that chose nothing, which are misspelt as a rule
 */
record Sources(
        List<Path> roots,
        List<Path> absentRoots,
        List<Path> files,
        Set<String> importNames,
        List<String> idleIncludes) {
    /**
     * @param includes Ant patterns, relative to each root; none means all
     * @param excludes Ant patterns; what they match can still be imported
     */
    static Sources find(List<Path> roots, List<String> includes, List<String> excludes) throws IOException {
        List<Path> existing = roots.stream().filter(Files::isDirectory).toList();
        List<Path> files = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        Set<String> idle = new TreeSet<>(includes);
        for (Path root : existing) {
            for (Path file : protosBelow(root)) {
                String name = root.relativize(file).toString().replace('\\', '/');
                idle.removeIf(pattern -> matches(pattern, name));
                if (isWanted(name, includes, excludes)) {
                    files.add(file);
                    names.add(name);
                }
            }
        }
        List<Path> absent =
                roots.stream().filter(root -> !existing.contains(root)).toList();
        return new Sources(existing, absent, List.copyOf(files), Set.copyOf(names), List.copyOf(idle));
    }

    private static List<Path> protosBelow(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> path.toString().endsWith(".proto") && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isWanted(String name, List<String> includes, List<String> excludes) {
        return (includes.isEmpty() || includes.stream().anyMatch(pattern -> matches(pattern, name)))
                && excludes.stream().noneMatch(pattern -> matches(pattern, name));
    }

    /** As in Ant, a directory means all below it. */
    private static boolean matches(String pattern, String name) {
        String slashed = pattern.trim().replace('\\', '/');
        return SelectorUtils.matchPath(slashed.endsWith("/") ? slashed + "**" : slashed, name, "/", true);
    }
}
