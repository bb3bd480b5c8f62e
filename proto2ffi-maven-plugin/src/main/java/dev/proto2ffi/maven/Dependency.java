package dev.proto2ffi.maven;

import dev.proto2ffi.core.source.ArchiveRoot;
import dev.proto2ffi.core.source.DirectoryRoot;
import dev.proto2ffi.core.source.ImportRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar, or a module of the same build, that the module depends on: what it has for us.
 *
 * @param name for messages
 * @param protoRoots directories of a module of this build in which its .proto files are, whether or not it is compiled
 * @param javaRoots directories of a module of this build in which its Java sources are, generated ones included
 * @param artifact the jar, or a directory of classes; null while there is neither
 */
record Dependency(String name, List<Path> protoRoots, List<Path> javaRoots, @Nullable Path artifact) {
    /** Sources come first: the classes of a module of this build may be those of yesterday. */
    List<ImportRoot> importRoots() {
        List<ImportRoot> roots = new ArrayList<>();
        protoRoots.forEach(root -> roots.add(new DirectoryRoot(root)));
        if (artifact != null && Files.isDirectory(artifact)) {
            roots.add(new DirectoryRoot(artifact));
        } else if (artifact != null && isArchive(artifact)) {
            roots.add(new ArchiveRoot(artifact));
        }
        return roots;
    }

    private static boolean isArchive(Path file) {
        String name = file.toString();
        return (name.endsWith(".jar") || name.endsWith(".zip")) && Files.isRegularFile(file);
    }

    /** The text of a Java source; null where it has none of that path. */
    @Nullable String source(String path) throws IOException {
        for (Path root : javaRoots) {
            Path file = root.resolve(path);
            if (Files.isRegularFile(file)) {
                return Files.readString(file);
            }
        }
        return null;
    }

    /** The bytes of a class; null where it has none of that path. */
    byte @Nullable [] classFile(String path) throws IOException {
        if (artifact == null) {
            return null;
        }
        if (Files.isDirectory(artifact)) {
            Path file = artifact.resolve(path);
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        }
        if (!isArchive(artifact)) {
            return null;
        }
        try (ZipFile zip = new ZipFile(artifact.toFile())) {
            ZipEntry entry = zip.getEntry(path);
            if (entry == null) {
                return null;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }
    }
}
