package dev.proto2ffi.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an execution was and compiled when it last ran, kept below {@code target}: a line with the settings that the compiler isn't told, then the files.
 *
 * <p>The files are all that it ever compiled and that still exist. An output directory removes what an earlier run left only when that run's files
 * are asked for again or gone; a file that is now excluded is neither, and its classes would stay for ever.
 */
final class ExecutionMemory {
    private final Path file;
    private final List<String> lines;

    private ExecutionMemory(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static ExecutionMemory read(Path file) throws IOException {
        try {
            return new ExecutionMemory(file, Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return new ExecutionMemory(file, List.of());
        }
    }

    boolean hasSettings(String settings) {
        return !lines.isEmpty() && lines.get(0).equals(settings);
    }

    /** Whether there may be something to remove. */
    boolean hasFiles() {
        return lines.size() > 1;
    }

    /** These, and the earlier ones behind them. */
    List<Path> filesAnd(List<Path> now) {
        List<Path> all = new ArrayList<>(now);
        for (int i = 1; i < lines.size(); i++) {
            Path path = Path.of(lines.get(i));
            if (!all.contains(path) && Files.exists(path)) {
                all.add(path);
            }
        }
        return all;
    }

    void write(String settings, List<Path> files) throws IOException {
        List<String> text = new ArrayList<>();
        text.add(settings);
        files.forEach(path -> text.add(path.toString()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, text);
    }
}
