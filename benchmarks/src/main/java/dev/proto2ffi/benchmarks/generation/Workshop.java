package dev.proto2ffi.benchmarks.generation;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Temporary folders for sources, for what protoc imports, and for output, and who works in them. */
final class Workshop implements AutoCloseable {
    /** What the schemas import, and what that imports. Our compiler has them built in. */
    private static final List<String> IMPORTS = List.of("proto2ffi/options.proto", "google/protobuf/descriptor.proto");

    private @Nullable Folder sources;
    private @Nullable Folder imports;
    private @Nullable Folder out;
    private @Nullable Generators generators;

    /** Writes that many files. */
    void open(int files) throws IOException {
        Folder schemas = new Folder();
        sources = schemas;
        Folder imported = new Folder();
        imports = imported;
        out = new Folder();
        for (String name : IMPORTS) {
            copy(name, imported.path().resolve(name));
        }
        List<Path> paths = ProtoFiles.write(schemas.path(), files);
        generators = new Generators(schemas.path(), paths, imported.path());
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream in = Workshop.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource + " isn't on the class path");
            }
            Files.createDirectories(to.getParent());
            Files.copy(in, to);
        }
    }

    Generators generators() {
        return Objects.requireNonNull(generators);
    }

    /** Where code is written to. */
    Path out() {
        return Objects.requireNonNull(out).path();
    }

    /** What was generated; paths in {@link #out}. */
    List<Path> generated() throws IOException {
        return Objects.requireNonNull(out).files();
    }

    /** Deletes what was generated. */
    void clear() throws IOException {
        Objects.requireNonNull(out).clear();
    }

    @Override
    public void close() throws IOException {
        for (Folder folder : new Folder[] {sources, imports, out}) {
            if (folder != null) {
                folder.close();
            }
        }
    }
}
