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
import org.jspecify.annotations.Nullable;
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

    /**
     * What protoc made of some files.
     *
     * @param descriptorSet the bytes of a FileDescriptorSet; null where protoc rejected the files
     * @param messages what it printed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Outcome(byte @Nullable [] descriptorSet, String messages) {
        public boolean accepted() {
            return descriptorSet != null;
        }

        /** Line of the first error, from 1; 0 where protoc names none. */
        public int firstErrorLine() {
            for (String each : messages.split("\\R")) {
                if (!each.contains(": warning: ")) {
                    String[] parts = each.split(":");
                    return parts.length > 2 && parts[1].matches("[0-9]+") ? Integer.parseInt(parts[1]) : 0;
                }
            }
            return 0;
        }
    }

    /**
     * Compiles files to a descriptor set that has the imports, too.
     *
     * @param importPath folders; the well-known files must be in one of them where they are needed
     * @param more further flags, such as {@code --include_source_info}
     */
    public static Outcome compile(Path folder, List<Path> importPath, List<String> files, String... more) {
        try {
            Path protoc = require().executable;
            Path out = Files.createTempFile(folder, "descriptors", ".pb");
            Path arguments = Files.createTempFile(folder, "arguments", ".txt");
            List<String> lines = new ArrayList<>();
            for (Path each : importPath) {
                lines.add("-I" + each);
            }
            lines.add("--include_imports");
            lines.add("--descriptor_set_out=" + out);
            lines.addAll(List.of(more));
            lines.addAll(files);
            Files.write(arguments, lines);
            Tools.Result result = Tools.run(folder, List.of(protoc.toString(), "@" + arguments));
            byte[] bytes = result.exitCode() == 0 ? Files.readAllBytes(out) : null;
            Files.delete(out);
            Files.delete(arguments);
            return new Outcome(bytes, result.output());
        } catch (IOException e) {
            throw new AssertionError("cannot run protoc", e);
        }
    }
}
