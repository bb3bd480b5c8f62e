package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The places of a file that is read as text, and of the same file read as a descriptor, are the same. */
class DescribedSpansTest {
    private static final String SCHEMA = """
            syntax = "proto2";

            package p;

            import "proto2ffi/options.proto";

            // A message with something of everything.
            message M {
              option (proto2ffi.message).align = 16;
              optional int32 a = 7 [default = 3];
              optional string s = 6 [(proto2ffi.field).max_size = 9, deprecated = true];
              oneof o {
                M self = 9;
              }
              optional group G = 10 {
                optional int32 x = 1;
              }
              extensions 100;
              enum E {
                ZERO = 0;
                MINUS = -1;
              }
              extend M { optional E inner = 101; }
            }
            extend M {
              optional string ext = 100 [default = "d"];
            }
            enum F { NONE = 0; }
            service S {
              rpc Call (M)
                  returns (stream .p.M) {
                option (proto2ffi.method).batch = true;
              }
            }
            """.replace("extensions 100;", "extensions 100 to 200;");

    private final Diagnostics diagnostics = new Diagnostics();
    private @Nullable LinkedFile text;
    private @Nullable LinkedFile described;

    @BeforeEach
    void link() throws IOException {
        LinkedSchema schema = Linker.link(
                List.of(SourceFile.of("a.proto", SCHEMA)),
                new ImportPath(List.of(WellKnownFiles.root(), new ResourceRoot(Schema.class, "proto2ffi/"))),
                diagnostics);
        byte[] set = DescriptorSets.serialize(schema, true, true);
        LinkedSchema again =
                DescriptorSetReader.read(SourceFile.of("s.binpb", "s.binpb", set), Set.of("a.proto"), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        text = schema.file("a.proto");
        described = again.file("a.proto");
    }

    private static LinkedFile require(@Nullable LinkedFile file) {
        return Objects.requireNonNull(file);
    }

    /** All declarations but the file, in the order of their kinds. */
    private static List<GenericDescriptor> declarations(FileDescriptor file) {
        List<GenericDescriptor> all = new ArrayList<>();
        file.getMessageTypes().forEach(message -> collect(message, all));
        file.getEnumTypes().forEach(each -> collect(each, all));
        all.addAll(file.getExtensions());
        for (ServiceDescriptor service : file.getServices()) {
            all.add(service);
            all.addAll(service.getMethods());
        }
        return all;
    }

    private static void collect(Descriptor message, List<GenericDescriptor> all) {
        all.add(message);
        all.addAll(message.getFields());
        all.addAll(message.getOneofs());
        all.addAll(message.getExtensions());
        message.getEnumTypes().forEach(each -> collect(each, all));
        message.getNestedTypes().forEach(each -> collect(each, all));
    }

    private static void collect(EnumDescriptor each, List<GenericDescriptor> all) {
        all.add(each);
        all.addAll(each.getValues());
    }

    private <T> void compare(
            Class<T> kind,
            List<? extends Object> ours,
            Function<T, @Nullable Span> inText,
            Function<T, @Nullable Span> inDescriptor) {
        List<GenericDescriptor> theirs = declarations(require(described).descriptor());
        int compared = 0;
        for (int i = 0; i < ours.size(); i++) {
            if (kind.isInstance(ours.get(i))) {
                assertThat(String.valueOf(inDescriptor.apply(kind.cast(theirs.get(i)))))
                        .as(theirs.get(i).getFullName())
                        .isEqualTo(String.valueOf(inText.apply(kind.cast(ours.get(i)))));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void declarationsAndTheirPartsHaveTheSamePlaces() {
        Spans a = require(text).spans();
        Spans b = require(described).spans();
        List<GenericDescriptor> ours = declarations(require(text).descriptor());
        compare(GenericDescriptor.class, ours, a::of, b::of);
        compare(GenericDescriptor.class, ours, a::name, b::name);
        compare(FieldDescriptor.class, ours, a::type, b::type);
        compare(FieldDescriptor.class, ours, a::number, b::number);
        compare(FieldDescriptor.class, ours, a::defaultValue, b::defaultValue);
        compare(MethodDescriptor.class, ours, a::input, b::input);
        compare(MethodDescriptor.class, ours, a::output, b::output);
        assertThat(b.name(require(described).descriptor())).hasToString("a.proto:3:1");
    }

    @Test
    void optionsAreFoundByTheirNames() {
        Spans spans = require(described).spans();
        Descriptor message = require(described).descriptor().findMessageTypeByName("M");
        assertThat(spans.option(message, "proto2ffi.message.align")).hasToString("a.proto:9:3");
        assertThat(spans.option(message.findFieldByName("s"), "proto2ffi.field.max_size"))
                .hasToString("a.proto:11:26");
        assertThat(spans.option(message.findFieldByName("a"), "proto2ffi.field.max_size"))
                .isNull();
        assertThat(spans.option(message.findFieldByName("s"), "nobody.knows")).isNull();
    }

    @Test
    void aFileWithoutPlacesIsAtItsStart() {
        FileDescriptorSet set = FileDescriptorSet.newBuilder()
                .addFile(FileDescriptorProto.newBuilder()
                        .setName("b.proto")
                        .addMessageType(DescriptorProto.newBuilder().setName("M")))
                .build();
        LinkedFile file = DescriptorSetReader.read(
                        SourceFile.of("s.binpb", "s.binpb", set.toByteArray()), Set.of("b.proto"), diagnostics)
                .files()
                .get(0);
        assertThat(file.source().hasText()).isFalse();
        assertThat(file.spans().name(file.descriptor().findMessageTypeByName("M")))
                .hasToString("b.proto:1:1");
    }

    /** Such as nobody's compiler writes. */
    @ParameterizedTest
    @CsvSource({
        "2000000000, 1, 2000000000, 3",
        "1, 2000000000, 1, 2000000001",
        "-1, 0, 5, 5",
        "3, -7, 3, 1",
        "9, 9, 1, 1",
        "1048575, 66000000, 1048575, 67000000"
    })
    void placesOutsideOfAnyFileDoNoHarm(int line, int column, int endLine, int endColumn) {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName("b.proto")
                .addMessageType(DescriptorProto.newBuilder().setName("M"));
        file.getSourceCodeInfoBuilder()
                .addLocationBuilder()
                .addAllPath(List.of(4, 0, 1))
                .addAllSpan(List.of(line, column, endLine, endColumn));
        SourceFile outline = Outline.of(file.build());
        assertThat(outline.length()).isLessThanOrEqualTo(64 << 20);
        LinkedFile linked = DescriptorSetReader.link(List.of(file.build()), Set.of("b.proto"), "x", "y", diagnostics)
                .files()
                .get(0);
        Span span = linked.spans().name(linked.descriptor().findMessageTypeByName("M"));
        assertThat(span.toString()).startsWith("b.proto:");
    }
}
