package dev.proto2ffi.snippets;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Schemas, and parts of them, through the compiler: no error, no warning. {@code wrap=message} is for fields. What a mark
 * gives stands behind the snippet, whose imports come first.
 */
final class ProtoRunner implements Runner {
    private static final Pattern WHOLE = Pattern.compile("(?m)^\\s*(syntax|edition)\\s*=");
    private static final String OPTIONS = "proto2ffi/options.proto";

    /** A snippet as a file: protobuf's statements may stand in any order behind the syntax. */
    static Composition compose(Snippet snippet) {
        boolean fields = snippet.mark().get("wrap", "").equals("message");
        String text = snippet.text();
        String before =
                (WHOLE.matcher(text).find() ? "" : "syntax = \"proto3\"; ") + (fields ? "message Snippet { " : "");
        Composition file = new Composition(snippet.page());
        // On the same line, so that the columns of all other lines are the page's.
        file.lines(before + text, snippet.line());
        if (fields) {
            file.line("}", snippet.line());
        }
        String all = text + snippet.mark().given();
        if (all.contains("(proto2ffi.") && !all.contains(OPTIONS)) {
            file.line("import \"" + OPTIONS + "\";", snippet.line());
        }
        return file.given(snippet);
    }

    @Override
    public void run(Snippet snippet, Workshop workshop) throws IOException {
        Composition file = compose(snippet);
        String name = snippet.file() == null ? "snippet" + snippet.line() + ".proto" : snippet.file();
        Path folder = workshop.folder("proto" + snippet.line());
        Path path = folder.resolve(name);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, file.text());
        StringBuilder said = new StringBuilder();
        boolean errors = check(List.of(path), List.of(folder, workshop.schemas()), said);
        String places = file.translate(said.toString(), name);
        if (snippet.mark().has("fails")) {
            if (!errors) {
                throw snippet.failure("the compiler should refuse this, and doesn't");
            }
        } else if (!places.isEmpty()) {
            throw snippet.failure(places);
        }
    }

    /**
     * Checks files.
     *
     * @param said gets warnings and errors
     * @return whether there are errors
     */
    static boolean check(List<Path> files, List<Path> imports, StringBuilder said) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Compiler.check(request(files, imports), diagnostics);
        said.append(render(diagnostics));
        return diagnostics.hasErrors();
    }

    static CompileRequest request(List<Path> files, List<Path> imports) {
        return new CompileRequest(
                files, imports, List.of(), null, List.of(), Set.of(Language.values()), false, Project.VERSION);
    }

    static String render(Diagnostics diagnostics) {
        TextRenderer renderer = new TextRenderer(TextStyle.PLAIN);
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics.all()) {
            if (diagnostic.severity() != Severity.NOTE) {
                text.append(renderer.render(diagnostic));
            }
        }
        return text.toString();
    }
}
