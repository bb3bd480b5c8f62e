package dev.proto2ffi.cli.init;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which commands the machine has. */
public final class Tools {
    private final List<Path> folders = new ArrayList<>();
    private final String extension;

    /** @param home of the user, in which Cargo lives though the PATH may not say so */
    public Tools(Map<String, String> environment, Path home) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        for (String folder : path.split(File.pathSeparator, -1)) {
            add(folder);
        }
        folders.add(home.resolve(".cargo").resolve("bin"));
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        extension = windows ? ".exe" : "";
    }

    private void add(String folder) {
        try {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        } catch (InvalidPathException e) {
            // The shell finds nothing there either.
        }
    }

    /** Whether a command could be started. */
    public boolean has(String command) {
        return folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(command + extension)));
    }
}
