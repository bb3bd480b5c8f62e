package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.source.ArchiveRoot;
import dev.proto2ffi.core.source.DirectoryRoot;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that a run's results depend on besides the content of files, as text: a line for each setting. */
final class RunSettings {
    private final StringBuilder text = new StringBuilder();

    private RunSettings() {}

    /** @return null where something has a say that this doesn't know */
    static @Nullable String of(CompileRequest request, Map<Language, Path> outputs) {
        String build = GeneratorBuild.files();
        if (build == null || !request.moreImports().stream().allMatch(RunSettings::isKnown)) {
            return null;
        }
        RunSettings settings = new RunSettings();
        settings.add("version", request.version());
        settings.add("build", build);
        settings.addRequest(request);
        new TreeMap<>(outputs).forEach((language, path) -> settings.add("output " + language, path));
        return settings.text.toString();
    }

    /** The same for two runs of which the later is meant to replace what the earlier remembers. */
    static String identity(CompileRequest request, Map<Language, Path> outputs) {
        RunSettings settings = new RunSettings();
        settings.add("directory", Path.of("").toAbsolutePath());
        new TreeMap<>(outputs).forEach((language, path) -> settings.add("output " + language, path));
        // The first only: a build that names all files of a directory goes on being the same when one is added.
        if (!request.files().isEmpty()) {
            settings.add("file", request.files().get(0));
        }
        return settings.text.toString();
    }

    private void addRequest(CompileRequest request) {
        // Relative paths start there; the lines of files below are relative to it, too.
        add("directory", Path.of("").toAbsolutePath());
        new TreeSet<>(request.languages()).forEach(language -> add("language", language));
        add("cargo", request.cargoToml());
        request.files().forEach(file -> add("file", file));
        for (Path directory : request.importDirectories()) {
            // A symbolic link that leads elsewhere gives other files the same names.
            add("import", directory + " " + real(directory));
        }
        for (ImportRoot root : request.moreImports()) {
            add("import", root.getClass().getSimpleName() + " " + root);
        }
        if (request.descriptorSet() != null) {
            add("descriptor-set", request.descriptorSet());
        }
        for (SourceFile rule : request.optionRules()) {
            add("option", rule.displayPath() + " " + rule.text(0, rule.length()));
        }
    }

    private void add(String key, Object value) {
        text.append(key).append(' ').append(MemoryText.escape(value.toString())).append('\n');
    }

    private static boolean isKnown(ImportRoot root) {
        return root instanceof DirectoryRoot || root instanceof ArchiveRoot || root instanceof ResourceRoot;
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            return directory;
        }
    }
}
