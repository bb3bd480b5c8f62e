package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.link.LinkedSchema;
import dev.proto2ffi.core.link.Linker;
import dev.proto2ffi.core.link.WellKnownFiles;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.rule.RuleText;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The model of one text, with what was said on the way. */
record BuiltSchema(Schema schema, Diagnostics diagnostics) {
    static final ImportPath IMPORTS =
            new ImportPath(List.of(WellKnownFiles.root(), new ResourceRoot(Schema.class, "proto2ffi/")));

    /** @param rules for all files, those that win behind the others */
    static BuiltSchema of(String proto, String... rules) {
        Diagnostics diagnostics = new Diagnostics();
        LinkedSchema linked;
        try {
            linked = Linker.link(List.of(SourceFile.of("a.proto", proto)), IMPORTS, diagnostics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (diagnostics.hasErrors()) {
            throw new AssertionError(diagnostics.all() + " in " + proto);
        }
        List<RuleText> texts = Stream.of(rules)
                .map(rule -> new RuleText(SourceFile.of("a.options", rule), null))
                .toList();
        return new BuiltSchema(ModelBuilder.build(linked, texts, diagnostics), diagnostics);
    }

    /** All definitions as text, without places. */
    String model() {
        return schema.files().toString().replaceAll("a\\.(proto|options):\\d+:\\d+", "-");
    }
}
