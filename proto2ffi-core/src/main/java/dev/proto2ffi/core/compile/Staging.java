package dev.proto2ffi.core.compile;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** New files under temporary names in the directories of the files that they will replace. */
final class Staging {
    private final Map<Path, Path> temporaries = new LinkedHashMap<>();
    private final List<Path> madeDirectories = new ArrayList<>();

    private Staging() {}

    /** Writes all contents; after a failure nothing is left behind. */
    static Staging of(Map<Path, byte[]> contents) throws OutputException {
        Staging staging = new Staging();
        for (Map.Entry<Path, byte[]> entry : contents.entrySet()) {
            try {
                staging.add(entry.getKey(), entry.getValue());
            } catch (IOException e) {
                staging.discard();
                throw OutputErrors.explain(entry.getKey(), e);
            }
        }
        return staging;
    }

    private void add(Path target, byte[] content) throws IOException {
        Path real = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
        Path parent = real.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("it has no directory");
        }
        makeDirectories(parent);
        if (Files.isDirectory(real)) {
            throw new IOException("it is a directory");
        }
        Path temporary = parent.resolve(
                "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".p2f-tmp");
        temporaries.put(real, temporary);
        Files.write(
                temporary,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    private void makeDirectories(Path directory) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = directory; at != null && !Files.exists(at); at = at.getParent()) {
            missing.add(0, at);
        }
        Files.createDirectories(directory);
        madeDirectories.addAll(missing);
    }

    /** Gives the files their names. */
    void commit() throws OutputException {
        for (var entry = temporaries.entrySet().iterator(); entry.hasNext(); ) {
            Map.Entry<Path, Path> next = entry.next();
            try {
                move(next.getValue(), next.getKey());
            } catch (IOException e) {
                throw OutputErrors.explain(next.getKey(), e);
            }
            entry.remove();
        }
        madeDirectories.clear();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not committed. */
    void discard() {
        temporaries.values().forEach(Staging::deleteQuietly);
        temporaries.clear();
        for (int i = madeDirectories.size() - 1; i >= 0; i--) {
            deleteQuietly(madeDirectories.get(i));
        }
        madeDirectories.clear();
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The first failure is the one to tell; a left-over temporary file does no harm.
        }
    }
}
