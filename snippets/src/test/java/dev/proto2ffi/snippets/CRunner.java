package dev.proto2ffi.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * C as C11 and as C++17, {@code only=c} or {@code only=c++} as one of them; every warning is an error.
 *
 * <p>By default a snippet is part of a source file; {@code wrap=method} makes it the body of a function with the parameters
 * {@code with}, its lines with {@code #} moved in front of that. What the mark gives comes first, and before that the
 * snippets that it uses, or the headers of the page's schemas where no line of these includes one. {@code run} makes a
 * program, of the body of {@code main} under {@code wrap=method}.
 */
final class CRunner implements Runner {
    private static final Pattern DIRECTIVE = Pattern.compile("^#.*$");
    private static final String OWN = "#include \"";
    private static final List<String> STRICT =
            List.of("-Wall", "-Wextra", "-Werror", "-Wno-unused", "-Wno-unused-parameter");

    @Override
    public void run(Snippet snippet, Workshop workshop) throws IOException {
        String only = snippet.mark().get("only", "");
        Composition source = compose(snippet, workshop);
        if (!only.equals("c++") && !snippet.language().equals("cpp")) {
            compile(snippet, workshop, source, "gcc", "-std=c11", "c");
        }
        if (!only.equals("c")) {
            compile(snippet, workshop, source, "g++", "-std=c++17", "cpp");
        }
    }

    private static Composition compose(Snippet snippet, Workshop workshop) throws IOException {
        Composition source = new Composition(snippet.page());
        List<Snippet> used = workshop.used(snippet);
        boolean including = (snippet.text() + snippet.mark().given()).contains(OWN)
                || used.stream().anyMatch(one -> one.text().contains(OWN));
        if (!including) {
            Path headers = workshop.generated().resolve("c");
            for (Path header : Files.exists(headers) ? Workshop.files(headers, ".p2f.h") : List.<Path>of()) {
                source.line("#include \"" + headers.relativize(header) + "\"", snippet.line());
            }
        }
        for (Snippet one : used) {
            source.given(one).body(one);
        }
        boolean body = snippet.mark().get("wrap", "").equals("method");
        if (!body) {
            return source.given(snippet).body(snippet);
        }
        source.body(snippet, DIRECTIVE, true).given(snippet);
        String head = snippet.mark().has("run")
                ? "int main(void) {"
                : "void snippet(" + snippet.mark().get("with", "void") + ") {";
        source.line(head, snippet.line()).body(snippet, DIRECTIVE, false);
        return source.line(snippet.mark().has("run") ? "return 0; }" : "}", snippet.line());
    }

    private static void compile(
            Snippet snippet, Workshop workshop, Composition source, String tool, String standard, String extension)
            throws IOException {
        Path compiler = Tools.require(tool);
        Path folder = workshop.folder("c" + snippet.line());
        String name = "snippet" + snippet.line() + "." + extension;
        Files.writeString(folder.resolve(name), source.text());
        boolean run = snippet.mark().has("run");
        List<String> command = new ArrayList<>(List.of(compiler.toString(), standard));
        command.addAll(STRICT);
        command.addAll(List.of("-I", workshop.generated().resolve("c").toString()));
        command.addAll(run ? List.of(name, "-o", "program") : List.of("-c", name, "-o", "snippet.o"));
        Tools.Result compiled = Tools.run(folder, Map.of(), command);
        if (compiled.exitCode() != 0) {
            throw snippet.failure(tool + " says\n" + source.translate(compiled.output(), name));
        }
        if (run) {
            Tools.Result result = Tools.run(folder, Map.of(), List.of("./program"));
            if (result.exitCode() != 0) {
                throw snippet.failure("it ends with " + result.exitCode() + "\n" + result.output());
            }
            Printed.compare(snippet, workshop, result.output());
        }
    }
}
