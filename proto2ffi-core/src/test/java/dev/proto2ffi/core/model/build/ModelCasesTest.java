package dev.proto2ffi.core.model.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.link.LinkedSchema;
import dev.proto2ffi.core.link.Linker;
import dev.proto2ffi.core.link.WellKnownFiles;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.rule.RuleText;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas under {@code cases/model}, each with its layout, or with what is said of it, beside it. */
class ModelCasesTest {
    static List<Path> schemas() throws IOException {
        return Cases.schemas("model");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void laysOutOrSaysWhyNot(Path path) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        String name = path.getFileName().toString();
        LinkedSchema linked = Linker.link(
                List.of(SourceFile.of(name, name, Files.readAllBytes(path))),
                new ImportPath(List.of(WellKnownFiles.root(), new ResourceRoot(Schema.class, "proto2ffi/"))),
                diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        Path side = Cases.beside(path, ".options");
        List<RuleText> rules = Files.exists(side)
                ? List.of(new RuleText(
                        SourceFile.of(
                                side.getFileName().toString(),
                                side.getFileName().toString(),
                                Files.readAllBytes(side)),
                        name))
                : List.of();
        Schema schema = ModelBuilder.build(linked, rules, diagnostics);
        String layout = diagnostics.hasErrors() ? "" : text(LayoutEngine.layOut(schema, diagnostics));
        if (!diagnostics.hasErrors()) {
            Cases.check(path, ".layout", layout);
        }
        if (!diagnostics.all().isEmpty()) {
            Cases.check(path, ".stderr", text(diagnostics));
        }
    }

    private static String text(SchemaLayout layout) {
        StringBuilder text = new StringBuilder();
        for (StructLayout struct : layout.structs()) {
            text.append(struct.text());
        }
        layout.services().forEach(service -> text.append(service.text()));
        return text.toString();
    }

    private static String text(Diagnostics diagnostics) {
        TextRenderer renderer = new TextRenderer(TextStyle.PLAIN);
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics.all()) {
            text.append(renderer.render(diagnostic));
        }
        return text.toString();
    }
}
