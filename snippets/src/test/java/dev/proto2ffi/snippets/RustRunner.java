package dev.proto2ffi.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rust of edition 2021, warnings are errors but for what nobody uses.
 *
 * <p>By default a snippet is part of a crate; {@code wrap=method} makes it the body of a function with the parameters
 * {@code with} that {@code returns} a type, {@code Result<(), Error>} by default. The path of a {@code mod generated} is led
 * to the page's generated tree; where neither the snippet nor what it uses declares that module, it is there, and all
 * that it has is imported. {@code run} makes a program, of the body of {@code main} under {@code wrap=method}.
 */
final class RustRunner implements Runner {
    private static final Pattern TREE = Pattern.compile("#\\[path = \"[^\"]*mod\\.rs\"]");

    @Override
    public void run(Snippet snippet, Workshop workshop) throws IOException {
        Path compiler = Tools.require("rustc");
        Path folder = workshop.folder("rust" + snippet.line());
        String name = "snippet" + snippet.line() + ".rs";
        Composition source = compose(snippet, workshop);
        Path tree = workshop.generated().resolve("rust").resolve("mod.rs");
        Files.writeString(folder.resolve(name), TREE.matcher(source.text()).replaceAll("#[path = \"" + tree + "\"]"));
        boolean run = snippet.mark().has("run");
        List<String> command = new ArrayList<>(List.of(compiler.toString(), "--edition", "2021"));
        command.addAll(List.of("-D", "warnings", "-A", "unused", "-A", "dead_code"));
        command.addAll(run ? List.of("-o", "program") : List.of("--crate-type", "lib", "--emit", "metadata"));
        command.add(name);
        Tools.Result compiled = Tools.run(folder, Map.of(), command);
        if (compiled.exitCode() != 0) {
            throw snippet.failure("rustc says\n" + source.translate(compiled.output(), name));
        }
        if (run) {
            Tools.Result result = Tools.run(folder, Map.of(), List.of("./program"));
            if (result.exitCode() != 0) {
                throw snippet.failure("it ends with " + result.exitCode() + "\n" + result.output());
            }
            Printed.compare(snippet, workshop, result.output());
        }
    }

    private static Composition compose(Snippet snippet, Workshop workshop) throws IOException {
        Composition source = new Composition(snippet.page());
        List<Snippet> used = workshop.used(snippet);
        StringBuilder all =
                new StringBuilder(snippet.text()).append(snippet.mark().given());
        used.forEach(one -> all.append(one.text()));
        if (!all.toString().contains("mod generated")) {
            source.line("#[path = \"mod.rs\"] mod generated;", snippet.line());
            if (!all.toString().contains("use generated")) {
                source.line("use generated::{p2f::*" + modules(workshop) + "};", snippet.line());
            }
        }
        for (Snippet one : used) {
            source.given(one).body(one);
        }
        source.given(snippet);
        if (!snippet.mark().get("wrap", "").equals("method")) {
            return source.body(snippet);
        }
        String parameters = snippet.mark().get("with", "");
        String result = snippet.mark().get("returns", "Result<(), Error>");
        String function = snippet.mark().has("run") ? "main" : "snippet";
        source.line("fn " + function + "(" + parameters + ") -> " + result + " {", snippet.line());
        return source.body(snippet).line(result.equals("()") ? "}" : "Ok(()) }", snippet.line());
    }

    /** The modules of the tree, each with all that is in it. */
    private static String modules(Workshop workshop) throws IOException {
        StringBuilder modules = new StringBuilder();
        Path root = workshop.generated().resolve("rust").resolve("mod.rs");
        if (Files.exists(root)) {
            Pattern.compile("(?m)^pub mod (\\w+)")
                    .matcher(Files.readString(root))
                    .results()
                    .map(found -> found.group(1))
                    .filter(module -> !module.equals("p2f"))
                    .forEach(module -> modules.append(", ").append(module).append("::*"));
        }
        return modules.toString();
    }
}
