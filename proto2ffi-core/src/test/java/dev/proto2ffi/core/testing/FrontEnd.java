package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.link.LinkedSchema;
import dev.proto2ffi.core.link.Linker;
import dev.proto2ffi.core.link.WellKnownFiles;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.build.ModelBuilder;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stages of the compiler up to layouts, over texts in memory. */
public final class FrontEnd {
    private final Map<String, String> files;
    private final Diagnostics diagnostics = new Diagnostics();

    private FrontEnd(Map<String, String> files) {
        this.files = files;
    }

    /** What became of texts. */
    public record Result(LinkedSchema linked, SchemaLayout layout) {}

    /** The layout of valid texts; see {@link #run}. */
    public static SchemaLayout layOut(Map<String, String> files) {
        return run(files).layout();
    }

    /**
     * Takes valid texts through all stages; all of them are roots.
     *
     * @param files by import name
     * @throws InvalidSchema if there is an error
     */
    public static Result run(Map<String, String> files) {
        FrontEnd frontEnd = new FrontEnd(files);
        LinkedSchema linked = frontEnd.link();
        frontEnd.requireNoErrors();
        Schema schema = ModelBuilder.build(linked, frontEnd.diagnostics);
        frontEnd.requireNoErrors();
        SchemaLayout layout = LayoutEngine.layOut(schema, frontEnd.diagnostics);
        frontEnd.requireNoErrors();
        return new Result(linked, layout);
    }

    /** The compiler refuses the texts: its message says why. */
    public static final class InvalidSchema extends RuntimeException {
        private static final long serialVersionUID = 1;

        private InvalidSchema(String message) {
            super(message);
        }
    }

    private LinkedSchema link() {
        List<SourceFile> roots = files.keySet().stream()
                .map(name -> SourceFile.of(name, files.get(name)))
                .toList();
        List<ImportRoot> path =
                List.of(new InMemory(), WellKnownFiles.root(), new ResourceRoot(Schema.class, "proto2ffi/"));
        try {
            return Linker.link(roots, new ImportPath(path), diagnostics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireNoErrors() {
        if (diagnostics.hasErrors()) {
            TextRenderer renderer = new TextRenderer(TextStyle.PLAIN);
            StringBuilder text = new StringBuilder();
            for (Diagnostic diagnostic : diagnostics.all()) {
                if (diagnostic.severity() == Severity.ERROR) {
                    text.append(renderer.render(diagnostic));
                }
            }
            throw new InvalidSchema(text.toString());
        }
    }

    private final class InMemory implements ImportRoot {
        @Override
        public @Nullable SourceFile find(String importName) {
            String text = files.get(importName);
            return text == null ? null : SourceFile.of(importName, text);
        }

        @Override
        public String description() {
            return "memory";
        }
    }
}
