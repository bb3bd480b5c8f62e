package dev.proto2ffi.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds .proto files. */
final class ProtoFiles {
    private ProtoFiles() {}

    /** All below these directories, sorted, so that a build doesn't depend on the file system's order. */
    static List<Path> below(List<Path> directories) throws IOException {
        return below(directories, ProtoFiles::isProto);
    }

    /** All below these directories, and the files of rules that may stand beside them, sorted. */
    static List<Path> withSideFilesBelow(List<Path> directories) throws IOException {
        return below(directories, path -> isProto(path) || hasEnd(path, ".options"));
    }

    private static List<Path> below(List<Path> directories, Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> tree = Files.walk(directory)) {
                    tree.filter(wanted).sorted().forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isProto(Path path) {
        return hasEnd(path, ".proto");
    }

    private static boolean hasEnd(Path path, String end) {
        return path.toString().endsWith(end) && Files.isRegularFile(path);
    }
}
