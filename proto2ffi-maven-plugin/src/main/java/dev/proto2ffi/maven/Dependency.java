package dev.proto2ffi.maven;

import dev.proto2ffi.core.source.ArchiveRoot;
import dev.proto2ffi.core.source.DirectoryRoot;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.Lookups;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
 * @param artifact the jar, or the directory of a module's classes, which need not exist yet
 */
record Dependency(String name, List<Path> protoRoots, List<Path> javaRoots, Path artifact) {
    /** Sources come first: the classes of a module of this build may be those of yesterday. */
    List<ImportRoot> importRoots() {
        List<ImportRoot> roots = new ArrayList<>();
        protoRoots.forEach(root -> roots.add(new DirectoryRoot(root)));
        if (isArchive()) {
            roots.add(new ArchiveRoot(artifact));
        } else if (!Files.isRegularFile(artifact)) {
            roots.add(new DirectoryRoot(artifact));
        }
        return roots;
    }

    private boolean isArchive() {
        String name = artifact.toString();
        return (name.endsWith(".jar") || name.endsWith(".zip")) && Files.isRegularFile(artifact);
    }

    /** The text of a Java source; null where it has none of that path. */
    @Nullable String source(String path, Lookups lookups) throws IOException {
        for (Path root : javaRoots) {
            Path file = root.resolve(path);
            if (isThere(file, lookups)) {
                return Files.readString(file);
            }
        }
        return null;
    }

    /** The bytes of a class; null where it has none of that path. */
    @Nullable ByteBuffer classFile(String path, Lookups lookups) throws IOException {
        if (isArchive()) {
            lookups.depends(artifact);
            return entry(path);
        }
        Path file = artifact.resolve(path);
        return isThere(file, lookups) ? ByteBuffer.wrap(Files.readAllBytes(file)) : null;
    }

    /** What it holds follows from .proto files, which a run reads itself; whether it is there doesn't. */
    private static boolean isThere(Path file, Lookups lookups) {
        boolean there = Files.isRegularFile(file);
        if (there) {
            lookups.present(file);
        } else {
            lookups.absent(file);
        }
        return there;
    }

    private @Nullable ByteBuffer entry(String path) throws IOException {
        try (ZipFile zip = new ZipFile(artifact.toFile())) {
            ZipEntry entry = zip.getEntry(path);
            if (entry == null) {
                return null;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return ByteBuffer.wrap(in.readAllBytes());
            }
        }
    }
}
