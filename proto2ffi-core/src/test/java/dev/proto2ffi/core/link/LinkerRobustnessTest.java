package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.protobuf.DescriptorProtos;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.syntax.Mutations;
import dev.proto2ffi.core.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Absurd schemas get an answer, soon, and never a stack trace. */
class LinkerRobustnessTest {
    private static final int MANY = 20_000;

    private static final String NESTED = """
            syntax = "proto2";
            import "google/protobuf/descriptor.proto";
            message O { optional O o = 1; repeated O r = 2; }
            extend google.protobuf.FileOptions { optional O x = 50000; }
            """;

    static Stream<String> tooDeep() {
        return Stream.of(
                "syntax = \"proto3\"; " + "message A {".repeat(MANY) + "}".repeat(MANY),
                "syntax = \"proto2\"; message M {" + "optional group G = 1 {".repeat(MANY) + "}".repeat(MANY) + "}",
                "syntax = \"proto3\"; package a" + ".a".repeat(MANY) + ";",
                "syntax = \"proto3\"; message A { a" + ".a".repeat(MANY) + " b = 1; }",
                NESTED + "option (x) = {" + "o {".repeat(MANY) + "}".repeat(MANY) + "};",
                NESTED + "option (x)" + ".o".repeat(MANY) + " = {};",
                NESTED + "option (x)" + ".o".repeat(60) + " = {" + "o {".repeat(60) + "}".repeat(60) + "};",
                NESTED + "option (x)" + ".o".repeat(60) + " = { r: [{" + "o <".repeat(60) + ">".repeat(60) + "}] };");
    }

    @ParameterizedTest
    @MethodSource("tooDeep")
    void whatNestsTooDeepIsAnError(String schema) {
        assertThat(link(schema).hasErrors()).isTrue();
    }

    static Stream<String> large() {
        return Stream.of(
                "syntax = \"proto3\"; message A {" + each("int32 f%1$d = %2$d;") + "}",
                "syntax = \"proto3\"; enum E { A = 0;" + each("A%1$d = %1$d;") + "}",
                "syntax = \"proto3\"; message A { reserved 1" + each(", %2$d") + "; }",
                "syntax = \"proto2\"; message A { extensions 1" + each(", %2$d") + "; }",
                "syntax = \"proto3\";" + each("message M%1$d {}"),
                "syntax = \"proto3\"; option java_package = " + "\"a\" ".repeat(MANY) + ";");
    }

    /** The format for the numbers from 2 on; the second argument leaves out those that protobuf keeps for itself. */
    private static String each(String format) {
        StringBuilder all = new StringBuilder();
        IntStream.range(2, MANY).forEach(i -> all.append(String.format(format, i, i < 19_000 ? i : i + 1_000)));
        return all.toString();
    }

    @ParameterizedTest
    @MethodSource("large")
    void largeSchemasAreAccepted(String schema) {
        assertThat(link(schema).all()).isEmpty();
    }

    @Test
    void spoiledSchemasNeverThrow() throws IOException {
        for (Path path : Cases.schemas("valid")) {
            String schema = Files.readString(path);
            for (int seed = 0; seed < 300; seed++) {
                Random random = new Random(seed);
                link(Mutations.mutate(Mutations.mutate(schema, random), random));
            }
        }
    }

    private static Diagnostics link(String schema) {
        Diagnostics diagnostics = new Diagnostics();
        ImportPath imports = new ImportPath(List.of(new ResourceRoot(DescriptorProtos.class, "google/protobuf/")));
        SourceFile file = SourceFile.of("a.proto", schema);
        String start = schema.substring(0, Math.min(60, schema.length()));
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    LinkedSchema linked = Linker.link(List.of(file), imports, diagnostics);
                    linked.files().forEach(LinkedFile::protoWithSourceInfo);
                },
                start);
        return diagnostics;
    }
}
