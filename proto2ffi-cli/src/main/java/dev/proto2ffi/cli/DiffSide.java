package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Lock;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ArchiveRoot;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.InputException;
import dev.proto2ffi.core.source.InputProblem;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison: .proto files and directories of such, a lock file, or a descriptor set.
 *
 * @param argument as the user wrote it; several files with commas between them
 * @param importPath where the side's imports are, in order; directories and archives
 */
record DiffSide(String argument, List<Path> importPath) {
    /** @return null after errors */
    @Nullable Lock read(List<SourceFile> rules, Diagnostics diagnostics) throws IOException {
        List<Path> places = places();
        if (places.size() == 1 && Files.isRegularFile(places.get(0)) && !isProto(places.get(0))) {
            Path file = places.get(0);
            return Lock.isLock(file)
                    ? Lock.read(file, diagnostics)
                    : Compiler.lock(request(List.of(), List.of(), file, rules), diagnostics);
        }
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                files.addAll(protos(place));
            } else if (isProto(place)) {
                files.add(place);
            } else {
                throw unusable(place);
            }
        }
        return Compiler.lock(request(files, directories(places), null, rules), diagnostics);
    }

    /** At least one; none of them an empty file, which would pass for a schema that has nothing to break. */
    private List<Path> places() throws IOException {
        List<Path> places = new ArrayList<>();
        if (!argument.isBlank() && Files.exists(Path.of(argument))) {
            places.add(Path.of(argument));
        } else {
            for (String part : argument.split(",", -1)) {
                if (!part.isBlank()) {
                    places.add(Path.of(part));
                }
            }
        }
        if (places.isEmpty()) {
            throw problem(
                    "a side of the comparison is '" + argument + "', which names no file",
                    "name a .proto file, a directory, a lock file or a descriptor set; look whether a variable is empty");
        }
        for (Path place : places) {
            if (Files.isRegularFile(place) && Files.size(place) == 0) {
                throw problem(
                        place + " is empty",
                        "write it again, and look at what writes it: 'git show REVISION:FILE > " + place
                                + "' leaves an empty file where the revision has no such file");
            }
        }
        return places;
    }

    private static boolean isProto(Path file) {
        return file.toString().endsWith(".proto");
    }

    private static List<Path> protos(Path directory) throws IOException {
        Path real = directory.toRealPath(); // a walk doesn't enter a link
        try (Stream<Path> files = Files.walk(real)) {
            List<Path> protos = files.filter(DiffSide::isProto)
                    .filter(Files::isRegularFile)
                    .map(file -> directory.resolve(real.relativize(file)))
                    .sorted()
                    .toList();
            if (protos.isEmpty()) {
                throw problem("there is no .proto file in " + directory, "name the directory that has the schema");
            }
            return protos;
        }
    }

    private static InputException unusable(Path place) {
        return Files.exists(place)
                ? problem(
                        place + " is not a .proto file",
                        "several files with commas between them are .proto files; a lock file or a descriptor set stands alone")
                : problem(
                        "there is no " + place,
                        "name a .proto file, a directory, a lock file or a descriptor set; for an earlier revision write one of "
                                + "them out, such as: git show HEAD:proto2ffi.lock > old.lock");
    }

    private static InputException problem(String message, String help) {
        return new InputException(List.of(new InputProblem(InputProblem.Kind.FILE_SYSTEM, message, help)));
    }

    private CompileRequest request(
            List<Path> files, List<Path> directories, @Nullable Path descriptorSet, List<SourceFile> rules) {
        List<ImportRoot> archives = new ArrayList<>();
        for (Path place : importPath) {
            if (Files.isRegularFile(place)) {
                archives.add(new ArchiveRoot(place));
            }
        }
        return new CompileRequest(
                files, directories, archives, descriptorSet, rules, Set.of(), false, Version.number());
    }

    /**
     * The import directories that were given. What lies in none of them, such as the copy of an old file, brings its own
     * directory. Without any, the working directory is one, behind those of files outside of it.
     */
    private List<Path> directories(List<Path> places) {
        List<Path> given =
                importPath.stream().filter(path -> !Files.isRegularFile(path)).toList();
        Path working = Path.of("");
        Set<Path> before = new LinkedHashSet<>();
        Set<Path> behind = new LinkedHashSet<>();
        for (Path place : places) {
            Path own = Files.isDirectory(place) ? place : parent(place);
            boolean held = given.stream().anyMatch(directory -> holds(directory, place));
            if (held || !Files.exists(place)) {
                continue;
            }
            boolean whole = Files.isDirectory(place) || !given.isEmpty() || !holds(working, place);
            (whole ? before : behind).add(own);
        }
        Set<Path> all = new LinkedHashSet<>(before);
        all.addAll(given.isEmpty() ? List.of(working) : given);
        all.addAll(behind);
        return List.copyOf(all);
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static boolean holds(Path directory, Path place) {
        return place.toAbsolutePath()
                .normalize()
                .startsWith(directory.toAbsolutePath().normalize());
    }
}
