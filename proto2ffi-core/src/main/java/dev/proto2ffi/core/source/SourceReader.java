package dev.proto2ffi.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads source files, with errors that name the file and the reason. */
public final class SourceReader {
    /** No schema that a person wrote comes near; beyond it the file is something else. */
    static final int MAX_BYTES = 64 << 20;

    private SourceReader() {}

    /**
     * @param importName the name under which other files import it
     * @param displayPath how messages name the file
     * @throws UnreadableSourceException when the file system doesn't give us the file
     */
    public static SourceFile read(String importName, String displayPath, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadableSourceException(displayPath, "it is a directory, not a file", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnreadableSourceException(
                        displayPath, "it is larger than " + (MAX_BYTES >> 20) + " MiB, which no schema is", null);
            }
            return SourceFile.of(importName, displayPath, bytes);
        } catch (NoSuchFileException e) {
            throw new UnreadableSourceException(displayPath, "there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new UnreadableSourceException(displayPath, "reading it is not permitted", e);
        } catch (UnreadableSourceException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableSourceException(displayPath, String.valueOf(e.getMessage()), e);
        }
    }
}
