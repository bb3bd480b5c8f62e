package dev.proto2ffi.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the command line in this process, in a directory whose name is left out of what it says. */
final class Cli {
    private final Path directory;

    Cli(Path directory) {
        this.directory = directory;
    }

    /** What a run left behind; the directory is shown as {@code DIR}. */
    record Result(int code, String out, String err) {}

    Path path(String name) {
        return directory.resolve(name);
    }

    Path write(String name, String text) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.resolveSibling("x").getParent());
        return Files.writeString(file, text);
    }

    /** {@code DIR} in a word stands for the directory. */
    Result run(String... words) {
        return run(false, Map.of(), words);
    }

    Result run(boolean terminal, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(out, err, terminal, environment, words);
        return new Result(code, shown(out), shown(err));
    }

    int run(OutputStream out, OutputStream err, boolean terminal, Map<String, String> environment, String... words) {
        List<String> args = new ArrayList<>();
        for (String word : words) {
            args.add(word.replace("DIR", directory.toString()));
        }
        Console console = new Console(out, err, StandardCharsets.UTF_8, terminal, terminal, environment);
        return Main.run(console, args.toArray(String[]::new));
    }

    private String shown(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(directory.toString(), "DIR");
    }
}
