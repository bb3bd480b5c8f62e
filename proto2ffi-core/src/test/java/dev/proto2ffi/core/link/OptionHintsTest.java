package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OptionHintsTest {
    private final Diagnostics diagnostics = new Diagnostics();
    private final ImportPath imports =
            new ImportPath(List.of(WellKnownFiles.root(), new ResourceRoot(Schema.class, "proto2ffi/")));

    private String help(String schema) throws IOException {
        Linker.link(List.of(SourceFile.of("a.proto", schema)), imports, diagnostics);
        return diagnostics.all().get(0).help();
    }

    @Test
    void theWordsAreThoseOfOptionsProto() throws IOException {
        SourceFile source = imports.find("proto2ffi/options.proto");
        FileDescriptor file = Linker.link(List.of(source), imports, diagnostics)
                .file("proto2ffi/options.proto")
                .descriptor();
        Map<String, Set<String>> words = new HashMap<>();
        for (FieldDescriptor extension : file.getExtensions()) {
            words.put(
                    extension.getName(),
                    extension.getMessageType().getFields().stream()
                            .map(FieldDescriptor::getName)
                            .collect(Collectors.toSet()));
        }
        assertThat(OptionWords.BY_EXTENSION).isEqualTo(words);
    }

    @Test
    void aBareWordIsShownWithItsExtensionAndImport() throws IOException {
        assertThat(help("syntax = \"proto3\"; message M { string s = 1 [max_size = 8]; }"))
                .isEqualTo("write (proto2ffi.field).max_size, and import \"proto2ffi/options.proto\"");
    }

    @Test
    void aForgottenImportIsNamed() throws IOException {
        assertThat(help("syntax = \"proto3\"; message M { string s = 1 [(proto2ffi.field).max_size = 8]; }"))
                .isEqualTo("add import \"proto2ffi/options.proto\";");
    }

    @Test
    void othersOptionsAreNoneOfOurs() throws IOException {
        assertThat(help("syntax = \"proto3\"; message M { string s = 1 [(acme.secret) = true]; }"))
                .isEqualTo("import the file that declares it");
    }
}
