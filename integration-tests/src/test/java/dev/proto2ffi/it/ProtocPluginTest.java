package dev.proto2ffi.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.it.Shell.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What protoc and buf write with our plugin is what generate writes, byte for byte. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
class ProtocPluginTest {
    private static final String OPTIONAL = """
            syntax = "proto3";
            package wide;
            import "proto2ffi/options.proto";
            import "google/protobuf/timestamp.proto";
            // Said of Optional.
            message Optional {
              optional int32 number = 1; // said of number
              google.protobuf.Timestamp at = 2;
              map<string, int64> counts = 3 [(proto2ffi.field) = { max_count: 4, key { max_size: 8 } }];
              oneof choice { string text = 4 [(proto2ffi.field).max_size = 16]; bytes data = 5; }
            }
            """;

    private static final String EDITION = """
            edition = "2024";
            package wide;
            import option "proto2ffi/options.proto";
            message Edition {
              int32 explicit = 1;
              string name = 2 [features.field_presence = IMPLICIT, (proto2ffi.field).max_size = 8];
            }
            """;

    /** With side files in the working directory, as generate and the plugin find them by default. */
    private static Path protos = Path.of("");

    /** What protoc has no copy of. */
    private static Path include = Path.of("");

    private static Path bin = Path.of("");
    private static List<String> files = List.of();
    private static Path generated = Path.of("");

    @BeforeAll
    static void generate() throws IOException {
        bin = Zip.bin();
        protos = Folders.fresh("protos");
        copyExamples();
        Files.createDirectories(protos.resolve("wide"));
        Files.writeString(protos.resolve("wide/optional.proto"), OPTIONAL);
        Files.writeString(protos.resolve("wide/optional.options"), "wide.Optional.data max_size:20\n");
        Files.writeString(protos.resolve("wide/edition.proto"), EDITION);
        files = protoFiles();
        assertThat(files).hasSizeGreaterThan(6);
        include = Folders.fresh("include");
        proto2ffi("protos", "-o", include.toString());
        generated = Folders.fresh("generated");
        List<String> command = new ArrayList<>(List.of(
                "generate",
                "--java-out",
                generated.resolve("java").toString(),
                "--c-out",
                generated.resolve("c").toString(),
                "--rust-out",
                generated.resolve("rust").toString(),
                "--cargo-toml"));
        command.addAll(files);
        proto2ffi(command.toArray(String[]::new));
    }

    private static void copyExamples() throws IOException {
        try (DirectoryStream<Path> examples = Files.newDirectoryStream(Folders.property("it.examples"))) {
            for (Path example : examples) {
                Path root = example.resolve("src/main/proto");
                if (Files.isDirectory(root)) {
                    copy(root);
                }
            }
        }
    }

    private static void copy(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path target = protos.resolve(root.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(file, target);
            }
        }
    }

    private static List<String> protoFiles() throws IOException {
        try (Stream<Path> tree = Files.walk(protos)) {
            return tree.filter(file -> file.toString().endsWith(".proto"))
                    .map(file -> protos.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Shell shell() {
        return Shell.in(protos).with("PROTO2FFI_CACHE", "none");
    }

    private static void proto2ffi(String... arguments) {
        List<String> command = new ArrayList<>(List.of(bin.resolve("proto2ffi").toString()));
        command.addAll(List.of(arguments));
        shell().run(command).expectSuccess();
    }

    /** The files of google/protobuf, which protoc's Maven artifact comes without. */
    private static Path wellKnown() throws IOException {
        Path folder = Folders.fresh("well-known");
        Files.createDirectories(folder.resolve("google/protobuf"));
        for (String name : List.of("descriptor", "timestamp", "empty", "duration")) {
            String resource = "google/protobuf/" + name + ".proto";
            try (InputStream in = Objects.requireNonNull(ProtocPluginTest.class.getResourceAsStream("/" + resource))) {
                Files.copy(in, folder.resolve(resource));
            }
        }
        return folder;
    }

    private static Result protoc(String parameter, Path out, List<String> inputs) throws IOException {
        Path protoc = Folders.property("it.protoc");
        if (!Files.isRegularFile(protoc)) {
            Require.missing("there is no protoc for this platform: " + protoc);
        }
        assertThat(protoc.toFile().setExecutable(true)).isTrue();
        List<String> command = new ArrayList<>(List.of(
                protoc.toString(),
                "--plugin=protoc-gen-proto2ffi=" + bin.resolve("protoc-gen-proto2ffi"),
                "--proto2ffi_out=" + parameter + ":" + out,
                "-I.",
                "-I" + include,
                "-I" + wellKnown()));
        command.addAll(inputs);
        return shell().run(command);
    }

    @Test
    void protocWritesWhatGenerateWrites() throws IOException {
        Path out = Folders.fresh("protoc");
        assertThat(protoc("java,c,rust,cargo_toml", out, files).expectSuccess().all())
                .isEmpty();
        assertThat(Folders.contents(out)).isEqualTo(Folders.contents(generated));
    }

    @Test
    void oneLanguageGoesStraightIntoTheDirectory() throws IOException {
        Path out = Folders.fresh("protoc-java");
        protoc("java", out, files).expectSuccess();
        assertThat(Folders.contents(out)).isEqualTo(Folders.contents(generated.resolve("java")));
    }

    @Test
    void protocShowsErrorsInLinesThatEditorsUnderstandAndWritesNothing() throws IOException {
        Path folder = Folders.fresh("bad");
        Path bad = folder.resolve("bad.proto");
        Files.writeString(bad, """
                syntax = "proto3";
                import "proto2ffi/options.proto";
                message A {
                  string name = 1 [(proto2ffi.field).max_size = 0];
                }
                """);
        Path out = Folders.fresh("protoc-bad");
        Result result = protoc("java,c", out, List.of("-I" + folder, bad.toString()));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("an error, so nothing is generated\n"
                        + "bad.proto:4:20: error: max_size 0 leaves no room for the terminating NUL\n   help: give ");
        assertThat(out).isEmptyDirectory();
        Result parameter = protoc("jav", out, files);
        assertThat(parameter.code()).isEqualTo(1);
        assertThat(parameter.err())
                .contains("error: unknown parameter \"jav\"\n   help: the parameters are java, c, rust");
    }

    @Test
    void bufWritesWhatGenerateWrites() throws IOException {
        Path buf = Buf.require();
        Path home = Folders.fresh("buf-workspace");
        Path out = home.resolve("gen");
        Files.writeString(home.resolve("buf.yaml"), """
                version: v2
                modules:
                  - path: proto
                  - path: third_party
                """);
        Files.writeString(home.resolve("buf.gen.yaml"), """
                version: v2
                plugins:
                  - local: PLUGIN
                    opt: [java, c, rust, cargo_toml, proto_path=proto]
                    out: gen
                    strategy: all
                """.replace(
                        "PLUGIN", bin.resolve("protoc-gen-proto2ffi").toString()));
        // A module is a tree of its own: no links.
        copyTree(protos, home.resolve("proto"));
        copyTree(include, home.resolve("third_party"));
        Result result = Shell.in(home)
                .with("PROTO2FFI_CACHE", "none")
                .with("BUF_CACHE_DIR", home.resolve("cache").toString())
                .run(buf.toString(), "generate", "proto");
        assertThat(result.expectSuccess().all()).isEmpty();
        assertThat(Folders.contents(out)).isEqualTo(Folders.contents(generated));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path each : tree.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
