package dev.proto2ffi.cli.init;

import dev.proto2ffi.core.compile.OutputException;
import dev.proto2ffi.core.compile.OutputWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The directory of a new project: empty, or not there yet. */
public final class ProjectDirectory {
    /** A fresh repository is as good as empty. */
    private static final String GIT = ".git";

    private static final int SHOWN = 5;

    private final Path directory;

    public ProjectDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes all files, or none.
     *
     * @param files contents by path in the directory
     * @throws OutputException when the directory isn't empty, or can't be written to
     */
    public void write(Map<String, byte[]> files) throws OutputException {
        refuseUnlessEmpty();
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        files.forEach((path, content) -> contents.put(directory.resolve(path), content));
        OutputWriter.writeFiles(contents);
    }

    private void refuseUnlessEmpty() throws OutputException {
        if (!Files.exists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new OutputException(
                    directory + " is a file, not a directory", "give a directory, empty or new", null);
        }
        List<String> present = present();
        if (!present.isEmpty()) {
            int more = present.size() - SHOWN;
            throw new OutputException(
                    directory + " is not empty; it has "
                            + String.join(", ", present.subList(0, Math.min(SHOWN, present.size())))
                            + (more > 0 ? " and " + more + " more" : ""),
                    "give a new or an empty directory; nothing was written",
                    null);
        }
    }

    private List<String> present() throws OutputException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()) + (Files.isDirectory(entry) ? "/" : ""))
                    .filter(name -> !name.equals(GIT + "/") && !name.equals(GIT))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new OutputException(
                    "can't look into " + directory + ": " + e.getMessage(), "give a directory that you may read", e);
        }
    }
}
