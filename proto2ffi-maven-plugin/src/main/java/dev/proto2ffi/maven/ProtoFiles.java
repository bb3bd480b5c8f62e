package dev.proto2ffi.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds .proto files. */
final class ProtoFiles {
    private ProtoFiles() {}

    /** All below these directories, sorted, so that a build doesn't depend on the file system's order. */
    static List<Path> below(List<Path> directories) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> tree = Files.walk(directory)) {
                    tree.filter(ProtoFiles::isProto).sorted().forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isProto(Path path) {
        return path.toString().endsWith(".proto") && Files.isRegularFile(path);
    }
}
