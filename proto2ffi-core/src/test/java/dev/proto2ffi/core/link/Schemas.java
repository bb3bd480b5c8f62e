package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links texts in memory. The first file that was added is the root. */
final class Schemas {
    private final Map<String, String> files = new LinkedHashMap<>();
    final Diagnostics diagnostics = new Diagnostics();

    private Schemas() {}

    static Schemas file(String name, String text) {
        return new Schemas().and(name, text);
    }

    Schemas and(String name, String text) {
        files.put(name, text);
        return this;
    }

    /** The files that come with the compiler and with protobuf-java. */
    static List<ImportRoot> bundled() {
        return List.of(
                new ResourceRoot(DescriptorProtos.class, "google/protobuf/"),
                new ResourceRoot(Linker.class, "proto2ffi/"));
    }

    LinkedSchema link() {
        return link(List.of(files.keySet().iterator().next()));
    }

    LinkedSchema link(List<String> roots) {
        List<ImportRoot> path = new ArrayList<>();
        path.add(new InMemory());
        path.addAll(bundled());
        List<SourceFile> sources = new ArrayList<>();
        for (String root : roots) {
            sources.add(SourceFile.of(root, files.get(root)));
        }
        try {
            return Linker.link(sources, new ImportPath(path), diagnostics);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Links, expects no error, and returns the root. */
    LinkedFile linkRoot() {
        LinkedSchema schema = link();
        if (diagnostics.hasErrors()) {
            throw new AssertionError(diagnostics.all());
        }
        return schema.files().get(schema.files().size() - 1);
    }

    /** Links and returns the errors. */
    List<Diagnostic> errors() {
        link();
        return diagnostics.all().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
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
