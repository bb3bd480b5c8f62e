package dev.proto2ffi.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar or zip that has .proto files under their import names, as libraries ship them.
 *
 * @param archive as the user gave it
 */
public record ArchiveRoot(Path archive) implements ImportRoot {
    /** As for files on disk: beyond it, it is no schema. */
    private static final int MAX_BYTES = SourceReader.MAX_BYTES;

    @Override
    public @Nullable SourceFile find(String importName) throws IOException {
        String displayPath = archive + "!/" + importName;
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(importName);
            if (entry == null || entry.isDirectory()) {
                return null;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new UnreadableSourceException(displayPath, "it is larger than any schema", null);
                }
                return SourceFile.of(importName, displayPath, bytes);
            }
        } catch (ZipException e) {
            throw new UnreadableSourceException(archive.toString(), "it is no jar or zip (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public @Nullable SourceFile find(String importName, Lookups lookups) throws IOException {
        lookups.depends(archive);
        return find(importName);
    }

    @Override
    public String description() {
        return archive.toString();
    }
}
