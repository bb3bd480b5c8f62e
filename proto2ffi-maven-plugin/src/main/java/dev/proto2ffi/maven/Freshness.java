package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.source.ArchiveRoot;
import dev.proto2ffi.core.source.DirectoryRoot;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether the last run of an execution would be repeated: a text with the settings, the build of the plugin, and size and time of every file
 * that could matter (all .proto files that could be imported, their side files, the dependencies' jars, the outputs), kept below {@code target}.
 */
final class Freshness {
    private final Path memory;
    private final String inputs;

    private Freshness(Path memory, String inputs) {
        this.memory = memory;
        this.inputs = inputs;
    }

    /** @param settings those that aren't in the request */
    static Freshness of(CompileRequest request, Map<Language, Path> outputs, String settings, Path memory)
            throws IOException {
        StringBuilder text = new StringBuilder("proto2ffi " + PluginBuild.identity() + "\n");
        text.append("outputs ").append(new TreeMap<>(outputs)).append('\n');
        text.append("settings ").append(settings).append('\n');
        text.append("cargo ").append(request.cargoToml()).append('\n');
        text.append("files ").append(request.files()).append('\n');
        for (SourceFile rule : request.optionRules()) {
            text.append("option ").append(rule.text(0, rule.length())).append('\n');
        }
        List<Path> directories = new ArrayList<>(request.importDirectories());
        for (ImportRoot root : request.moreImports()) {
            if (root instanceof ArchiveRoot archive) {
                append(text, archive.archive());
            } else if (root instanceof DirectoryRoot directory) {
                directories.add(directory.directory());
            }
        }
        if (request.descriptorSet() != null) {
            append(text, request.descriptorSet());
        }
        for (Path directory : directories) {
            appendProtos(text, directory);
        }
        return new Freshness(memory, text.toString());
    }

    boolean isUpToDate() throws IOException {
        String remembered;
        try {
            remembered = Files.readString(memory);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (!remembered.startsWith(inputs)) {
            return false;
        }
        StringBuilder now = new StringBuilder(inputs);
        for (String line : remembered.substring(inputs.length()).split("\n", -1)) {
            int end = line.lastIndexOf(" | ");
            if (end > 0) {
                append(now, Path.of(line.substring(0, end)));
            }
        }
        return remembered.contentEquals(now);
    }

    /** @param more outputs that the writer of files doesn't know */
    void remember(OutputWriter.Result result, Collection<Path> more) throws IOException {
        StringBuilder text = new StringBuilder(inputs);
        List<Path> outputs = new ArrayList<>(result.written());
        outputs.addAll(result.unchanged());
        outputs.addAll(more);
        for (Path output : outputs) {
            append(text, output);
        }
        Files.createDirectories(memory.toAbsolutePath().getParent());
        Files.writeString(memory, text.toString());
    }

    /** With the files of rules that may stand beside them. */
    private static void appendProtos(StringBuilder text, Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> found = tree.filter(path -> path.toString().endsWith(".proto")
                            || path.toString().endsWith(".options"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            for (Path file : found) {
                append(text, file);
            }
        }
    }

    private static void append(StringBuilder text, Path file) throws IOException {
        text.append(file).append(" | ");
        if (Files.exists(file)) {
            text.append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file));
        }
        text.append('\n');
    }
}
