package dev.proto2ffi.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Who looks at a snippet: its language decides. */
final class Runners {
    private static final Map<String, Runner> BY_LANGUAGE = Map.of(
            "proto", new ProtoRunner(),
            "java", new JavaRunner(),
            "c", new CRunner(),
            "cpp", new CRunner(),
            "rust", new RustRunner(),
            "sh", new ShellRunner(),
            "options", new OptionsRunner(),
            "xml", new PomRunner(),
            "json", new JsonRunner());
    private static final Runner EXCERPT = new ExcerptRunner();

    private Runners() {}

    static void run(Snippet snippet, Workshop workshop) throws IOException {
        String reason = skipped(snippet, workshop.page());
        if (reason != null) {
            Assumptions.abort("skipped because " + reason);
        }
        workshop.put(snippet);
        String test = snippet.mark().checkedBy();
        if (test != null) {
            requireTest(snippet, test);
        } else if (snippet.mark().has("of")) {
            EXCERPT.run(snippet, workshop);
        } else if (workshop.page().printerOf(snippet) == null) {
            byLanguage(snippet).run(snippet, workshop);
        }
    }

    /** Why nobody looks at it; null where somebody does. What a skipped snippet prints is skipped with it. */
    static @Nullable String skipped(Snippet snippet, Page page) {
        Snippet printer = page.printerOf(snippet);
        return printer == null ? snippet.mark().skip() : printer.mark().skip();
    }

    private static Runner byLanguage(Snippet snippet) {
        Runner runner = BY_LANGUAGE.get(snippet.language());
        if (runner != null) {
            return runner;
        }
        String language = snippet.language();
        throw snippet.failure(
                language.isEmpty()
                        ? "name the language behind the fence"
                        : language.equals("text")
                                ? "no command right before it prints this text; put one there, or say in a mark who checks it"
                                : "nobody here knows the language " + language
                                        + "; write a Runner, or say in a mark why it is skipped or who checks it");
    }

    /** The test exists, and names the page. */
    private static void requireTest(Snippet snippet, String test) throws IOException {
        String page = snippet.page().substring(snippet.page().lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.walk(Project.ROOT)) {
            Path file = files.filter(one -> one.getFileName().toString().equals(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> snippet.failure("there is no test " + test));
            if (!Files.readString(file).contains(page)) {
                throw snippet.failure(test + " doesn't name " + page);
            }
        }
    }
}
