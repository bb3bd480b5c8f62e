package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.emit.rust.RustEmitter;
import dev.proto2ffi.core.layout.SchemaLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Generated Rust in a folder, with what calls it, and rustc to compile both. */
public final class RustTree {
    /** The user's lints: those that a careful crate denies, none of which generated code may break. */
    private static final List<String> STRICT = List.of("-D", "warnings", "-D", "missing_docs", "-D", "unreachable_pub");

    private final Path folder;

    private RustTree(Path folder) {
        this.folder = folder;
    }

    /** Emits into the subfolder {@code generated} of an existing folder. */
    public static RustTree emit(SchemaLayout layout, Path folder) {
        return emit(layout, folder, text -> text);
    }

    /** As {@link #emit(SchemaLayout, Path)}, each file's text changed by {@code edit}. */
    public static RustTree emit(SchemaLayout layout, Path folder, UnaryOperator<String> edit) {
        RustTree tree = new RustTree(folder);
        Diagnostics diagnostics = new Diagnostics();
        for (OutputFile file : new RustEmitter().emit(layout, new Generator("test"), diagnostics)) {
            tree.write("generated/" + file.path(), edit.apply(file.text()));
        }
        if (diagnostics.hasErrors()) {
            throw new AssertionError(diagnostics.all());
        }
        return tree;
    }

    /** Writes a file beside the generated ones. */
    public RustTree write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles under strict lints; ends the test where there is no rustc.
     *
     * @param arguments of rustc, the source file among them
     */
    public Tools.Result rustc(String... arguments) {
        return compile("2021", arguments);
    }

    /** As {@link #rustc} with another edition. */
    public Tools.Result compile(String edition, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Tools.require("rustc").toString());
        command.addAll(List.of("--edition", edition));
        command.addAll(STRICT);
        command.addAll(List.of(arguments));
        return Tools.run(folder, command);
    }

    /** Compiles {@code main.rs} and runs it; a compiler's error is a failure. */
    public Tools.Result runMain() {
        Tools.Result compiled = rustc("-C", "debug-assertions=on", "-C", "overflow-checks=on", "-o", "main", "main.rs");
        if (compiled.exitCode() != 0) {
            throw new AssertionError(compiled.output());
        }
        return Tools.run(folder, List.of(folder.resolve("main").toString()));
    }
}
