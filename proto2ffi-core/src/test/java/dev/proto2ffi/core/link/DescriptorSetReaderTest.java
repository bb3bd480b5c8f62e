package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.build.ModelBuilder;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DescriptorSetReaderTest {
    private static final String SCHEMA = """
            syntax = "proto3";
            package t;
            import "proto2ffi/options.proto";
            import "google/protobuf/timestamp.proto";
            // Said of M.
            message M {
              optional string name = 1 [(proto2ffi.field).max_size = 8];
              google.protobuf.Timestamp time = 2;
              repeated E kinds = 3 [(proto2ffi.field) = { max_count: 3, fixed_count: true }];
            }
            enum E { ZERO = 0; }
            """;

    private final Diagnostics diagnostics = new Diagnostics();

    private LinkedSchema text() throws IOException {
        return Linker.link(
                List.of(SourceFile.of("t.proto", SCHEMA)),
                new ImportPath(List.of(WellKnownFiles.root(), new ResourceRoot(Schema.class, "proto2ffi/"))),
                diagnostics);
    }

    private LinkedSchema read(byte[] set, String... roots) {
        return DescriptorSetReader.read(SourceFile.of("s.binpb", "s.binpb", set), Set.of(roots), diagnostics);
    }

    private List<String> layouts(LinkedSchema schema) {
        return LayoutEngine.layOut(ModelBuilder.build(schema, diagnostics), diagnostics).structs().stream()
                .map(StructLayout::text)
                .toList();
    }

    @Test
    void aSetGivesTheLayoutsAndCommentsOfItsText() throws IOException {
        LinkedSchema fromSet = read(DescriptorSets.serialize(text(), true, true), "t.proto");
        assertThat(diagnostics.all()).isEmpty();
        assertThat(layouts(fromSet)).isEqualTo(layouts(text())).hasSize(2);
        Schema schema = ModelBuilder.build(fromSet, diagnostics);
        assertThat(schema.struct("t.M").comments().leading()).isEqualTo(" Said of M.\n");
    }

    @Test
    void aSetWrittenAgainIsTheSameSet() throws IOException {
        byte[] set = DescriptorSets.serialize(text(), true, true);
        assertThat(DescriptorSets.serialize(read(set, "t.proto"), true, true)).isEqualTo(set);
    }

    @Test
    void filesMayStandBeforeTheirImports() throws IOException {
        FileDescriptorSet set = FileDescriptorSet.parseFrom(DescriptorSets.serialize(text(), true, false));
        FileDescriptorSet.Builder reversed = FileDescriptorSet.newBuilder();
        for (int i = set.getFileCount() - 1; i >= 0; i--) {
            reversed.addFile(set.getFile(i));
        }
        assertThat(layouts(read(reversed.build().toByteArray(), "t.proto"))).hasSize(2);
    }

    @Test
    void aFileThatTheSetLacksIsNamed() throws IOException {
        read(DescriptorSets.serialize(text(), true, false), "u.proto");
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("\"u.proto\" is not in s.binpb"));
    }

    @Test
    void aSetWithoutItsImportsSaysHowToMakeOne() throws IOException {
        read(DescriptorSets.serialize(text(), false, false), "t.proto");
        assertThat(diagnostics.all()).hasSize(2).allSatisfy(d -> {
            assertThat(d.message()).contains("t.proto imports");
            assertThat(d.help()).contains("--include_imports");
        });
    }

    @Test
    void aCircleOfImportsIsAnError() {
        FileDescriptorSet set = FileDescriptorSet.newBuilder()
                .addFile(FileDescriptorProto.newBuilder().setName("a.proto").addDependency("b.proto"))
                .addFile(FileDescriptorProto.newBuilder().setName("b.proto").addDependency("a.proto"))
                .build();
        read(set.toByteArray(), "a.proto");
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("circle"));
    }

    @Test
    void garbageIsNoSet() {
        read(new byte[] {(byte) 0xFF, 0, 1, 2, 3}, "a.proto");
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("is no FileDescriptorSet"));
    }

    @Test
    void whatProtobufRefusesIsAnErrorToo() {
        FileDescriptorSet set = FileDescriptorSet.newBuilder()
                .addFile(FileDescriptorProto.newBuilder()
                        .setName("a.proto")
                        .addMessageType(DescriptorProto.newBuilder().setName("not a name")))
                .build();
        read(set.toByteArray(), "a.proto");
        assertThat(diagnostics.all()).hasSize(1);
    }
}
