package dev.proto2ffi.snippets;

import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Generated;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the snippets of one page meet: the folder in which its commands run, the code generated from its schemas, and
 * the snippets that others use by name.
 */
final class Workshop {
    private final Page page;
    private final Path folder;
    private @Nullable Path generated;
    private @Nullable Path classes;

    /** @param folder exists, and is empty */
    Workshop(Page page, Path folder) throws IOException {
        this.page = page;
        this.folder = folder;
        Files.createDirectories(desk());
        for (Snippet snippet : page.snippets()) {
            if (isSchema(snippet)) {
                write(schemas(), snippet, ProtoRunner.compose(snippet).text());
            } else if (snippet.language().equals("options") && snippet.file() != null) {
                write(schemas(), snippet, snippet.text());
            }
        }
    }

    Page page() {
        return page;
    }

    /** What the page's commands find and leave behind. */
    Path desk() {
        return folder.resolve("desk");
    }

    /** A folder of that name, beside the others. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** The page's schemas, and the side files beside them. */
    Path schemas() throws IOException {
        return folder("schemas");
    }

    /** The folder in which the page's commands are by now. */
    Path here() throws IOException {
        Path remembered = folder("shell").resolve("folder");
        return Files.exists(remembered) ? Path.of(Files.readString(remembered).strip()) : desk();
    }

    /** Puts a snippet that is a file where the page's commands find it. */
    void put(Snippet snippet) throws IOException {
        if (snippet.file() != null) {
            boolean proto = snippet.language().equals("proto");
            write(here(), snippet, proto ? ProtoRunner.compose(snippet).text() : snippet.text());
        }
    }

    /** The snippets whose names or files a mark lists, in its order. */
    List<Snippet> used(Snippet snippet) {
        List<Snippet> used = new ArrayList<>();
        String names = snippet.mark().get("uses");
        for (String name : names == null ? new String[0] : names.split(",", -1)) {
            used.add(page.snippets().stream()
                    .filter(one -> name.equals(one.mark().get("name")) || name.equals(one.file()))
                    .findFirst()
                    .orElseThrow(() -> snippet.failure("no snippet of this page has the name or file " + name)));
        }
        return used;
    }

    /** Folders {@code java}, {@code c} and {@code rust}, with the code of all of the page's schemas; empty where it has none. */
    Path generated() throws IOException {
        if (generated == null) {
            Path made = folder("generated");
            List<Path> files = files(schemas(), ".proto");
            if (!files.isEmpty()) {
                generate(files, made);
            }
            generated = made;
        }
        return generated;
    }

    /** The page's Java classes: the generated ones, and those of the snippets so far. */
    Path classes() throws IOException {
        if (classes == null) {
            Path made = folder("classes");
            JavaCompiler.compile(files(generated(), ".java"), made);
            classes = made;
        }
        return classes;
    }

    static List<Path> files(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        }
    }

    private void generate(List<Path> files, Path made) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Generated code = Compiler.generate(ProtoRunner.request(files, List.of(schemas())), diagnostics);
        if (code == null) {
            throw new AssertionError(
                    page.name() + ": the page's schemas are wrong\n" + ProtoRunner.render(diagnostics));
        }
        Map<Language, Path> outputs = new EnumMap<>(Language.class);
        outputs.put(Language.JAVA, made.resolve("java"));
        outputs.put(Language.C, made.resolve("c"));
        outputs.put(Language.RUST, made.resolve("rust"));
        OutputWriter.write(code, outputs, files);
    }

    private static boolean isSchema(Snippet snippet) {
        return snippet.language().equals("proto")
                && snippet.file() != null
                && !snippet.mark().has("apart")
                && !snippet.mark().has("fails");
    }

    private static void write(Path folder, Snippet snippet, String text) throws IOException {
        Path file = folder.resolve(Objects.requireNonNull(snippet.file()));
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
