package dev.proto2ffi.core.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The reference compiler, which the build puts into {@code target/protoc}.
 *
 * <p>Where it is missing the test is skipped, loudly; with {@code -Dproto2ffi.requireTools=true} it fails.
 */
public final class Protoc {
    private static final Path FOLDER = Path.of("target", "protoc");

    /**
     * What protoc says about one file.
     *
     * @param line of the first error, from 1; 0 where it is accepted or the error has no line
     * @param message the first error, empty where it is accepted
     */
    public record Verdict(boolean accepted, int line, String message) {}

    private final Path executable;
    private final List<Path> importPath;

    private Protoc(Path executable, List<Path> importPath) {
        this.executable = executable;
        this.importPath = importPath;
    }

    /** Finds protoc, or ends the test. */
    @SuppressWarnings("SystemOut") // a skipped test must be seen
    public static Protoc require(Path... importPath) throws IOException {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            String message = "there is no protoc in " + FOLDER.toAbsolutePath();
            if (Boolean.getBoolean("proto2ffi.requireTools")) {
                fail(message);
            }
            System.err.println("SKIPPED: " + message + "; -Dproto2ffi.requireTools=true makes this a failure");
            Assumptions.abort(message);
        }
        return new Protoc(found.orElseThrow(), List.of(importPath));
    }

    private static Optional<Path> find() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            Optional<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith("protoc-"))
                    .findFirst();
            found.ifPresent(file -> file.toFile().setExecutable(true));
            return found;
        }
    }

    /** Compiles one file of a folder. */
    public Verdict verdict(Path folder, String file) throws IOException {
        Path nothing = Files.createTempFile("verdict", ".binpb");
        try {
            Run run = run(folder, List.of("--descriptor_set_out=" + nothing, file));
            return run.exitCode() == 0 ? new Verdict(true, 0, "") : firstError(run.output());
        } finally {
            Files.delete(nothing);
        }
    }

    /** The descriptor set of files in a folder. */
    public byte[] descriptorSet(Path folder, List<String> files, String... flags) throws IOException {
        Path result = Files.createTempFile("descriptors", ".binpb");
        try {
            List<String> arguments = new ArrayList<>(List.of(flags));
            arguments.add("--descriptor_set_out=" + result);
            arguments.addAll(files);
            Run run = run(folder, arguments);
            if (run.exitCode() != 0) {
                fail("protoc refuses " + files + ":\n" + run.output());
            }
            return Files.readAllBytes(result);
        } finally {
            Files.delete(result);
        }
    }

    private record Run(int exitCode, String output) {}

    private Run run(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.add("-I" + folder);
        for (Path path : importPath) {
            command.add("-I" + path);
        }
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        try {
            return new Run(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Verdict firstError(String output) {
        for (String line : output.lines().toList()) {
            if (!line.contains("warning:")) {
                return new Verdict(false, lineNumber(line), line);
            }
        }
        return new Verdict(false, 0, output);
    }

    private static int lineNumber(String message) {
        int start = message.indexOf(".proto:");
        int end = start < 0 ? -1 : message.indexOf(':', start + 7);
        String digits = end < 0 ? "" : message.substring(start + 7, end);
        return !digits.isEmpty() && digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : 0;
    }
}
