package dev.proto2ffi.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that an execution ever compiled and that still exist, kept below {@code target}. An output directory removes what an earlier run left only when
 * that run's files are asked for again or gone; a file that is now excluded is neither, and its classes would stay for ever.
 */
final class EarlierSources {
    private final Path memory;

    EarlierSources(Path memory) {
        this.memory = memory;
    }

    /** These, and the earlier ones behind them. */
    List<Path> and(List<Path> now) throws IOException {
        List<Path> all = new ArrayList<>(now);
        for (String line : read()) {
            Path path = Path.of(line);
            if (!all.contains(path) && Files.exists(path)) {
                all.add(path);
            }
        }
        return all;
    }

    /** Whether the execution has ever generated anything. */
    boolean any() throws IOException {
        return !read().isEmpty();
    }

    void remember(List<Path> sources) throws IOException {
        Files.createDirectories(memory.toAbsolutePath().getParent());
        Files.write(memory, sources.stream().map(Path::toString).toList());
    }

    private List<String> read() throws IOException {
        try {
            return Files.readAllLines(memory);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
