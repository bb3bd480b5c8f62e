package dev.proto2ffi.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Places that the build names, and folders below one of them. */
final class Folders {
    private Folders() {}

    /** A path that the build gives as a system property. */
    static Path property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("-D" + name + " is not set; run these tests by Maven: mvn verify");
        }
        return Path.of(value).normalize();
    }

    /** An empty folder for one test; what an earlier run left there is removed. */
    static Path fresh(String name) throws IOException {
        Path folder = property("it.folder").resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** The files of a tree, by path, as ISO 8859-1 so that every byte counts. Without what generate remembers. */
    static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!root.relativize(file).toString().contains(".proto2ffi-")) {
                    files.put(
                            root.relativize(file).toString(),
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}
