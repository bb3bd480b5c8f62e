package dev.proto2ffi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorRequest;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as protoc makes them, and what comes back; the integration tests have real ones of protoc and buf. */
class ProtocPluginCommandTest {
    private static final String SCHEMA = """
            syntax = "proto3";
            package social;

            import "proto2ffi/options.proto";

            // Somebody.
            message User {
              optional string name = 1 [(proto2ffi.field).max_size = 32]; // in full
              repeated Kind kinds = 2 [(proto2ffi.field) = { max_count: 4, fixed_count: true }];
            }

            enum Kind { NONE = 0; }

            service Users { rpc Greet(User) returns (User); }
            """;

    @TempDir
    Path dir;

    private Cli cli;

    /** What came out of a run; the answer is empty where there was none. */
    private record Outcome(int code, CodeGeneratorResponse answer, String err) {}

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(dir);
        cli.write("social/user.proto", SCHEMA);
    }

    private CodeGeneratorRequest request(String file, String parameter) throws IOException {
        assertThat(cli.run(
                        "descriptor",
                        "--include-imports",
                        "--include-source-info",
                        "-I",
                        "DIR",
                        "-o",
                        "DIR/set.binpb",
                        "DIR/" + file))
                .isEqualTo(new Cli.Result(0, "", ""));
        FileDescriptorSet set = FileDescriptorSet.parseFrom(Files.readAllBytes(cli.path("set.binpb")));
        return CodeGeneratorRequest.newBuilder()
                .addFileToGenerate(file)
                .setParameter(parameter)
                .addAllProtoFile(set.getFileList())
                .build();
    }

    private Outcome answer(byte[] request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, StandardCharsets.UTF_8, false, false, Map.of());
        Context context = new Context(console, new GlobalOptions());
        int code = new ProtocPluginCommand(context, new ByteArrayInputStream(request)).call();
        return new Outcome(
                code,
                CodeGeneratorResponse.parseFrom(out.toByteArray()),
                err.toString(StandardCharsets.UTF_8).replace(dir.toString(), "DIR"));
    }

    private Outcome answer(String file, String parameter) throws IOException {
        return answer(request(file, parameter).toByteArray());
    }

    private static Map<String, String> files(CodeGeneratorResponse response) {
        Map<String, String> files = new TreeMap<>();
        response.getFileList()
                .forEach(file -> assertThat(files.put(file.getName(), file.getContent()))
                        .as(file.getName())
                        .isNull());
        return files;
    }

    private Map<String, String> generated(String folder) throws IOException {
        Path root = cli.path(folder);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!root.relativize(file).toString().contains(".proto2ffi-")) {
                    files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return files;
    }

    @Test
    void severalLanguagesGoToDirectoriesOfTheirNamesAndAreWhatGenerateWrites() throws IOException {
        cli.run(
                "generate",
                "-I",
                "DIR",
                "--java-out",
                "DIR/out/java",
                "--c-out",
                "DIR/out/c",
                "--rust-out",
                "DIR/out/rust",
                "--cargo-toml",
                "DIR/social/user.proto");
        Outcome outcome = answer("social/user.proto", "java,c, rust,cargo_toml");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(files(outcome.answer()))
                .containsKeys("java/social/ffi/User.java", "c/social/user.p2f.h", "rust/Cargo.toml")
                .isEqualTo(generated("out"));
    }

    @Test
    void oneLanguageGoesStraightIntoTheOutputDirectory() throws IOException {
        cli.run("generate", "-I", "DIR", "--c-out", "DIR/out", "DIR/social/user.proto");
        assertThat(files(answer("social/user.proto", "c").answer()))
                .containsKey("social/user.p2f.h")
                .isEqualTo(generated("out"));
    }

    @Test
    void saysWhichFeaturesAndEditionsItTakes() throws IOException {
        CodeGeneratorResponse response = answer("social/user.proto", "c").answer();
        assertThat(response.getSupportedFeatures())
                .isEqualTo(CodeGeneratorResponse.Feature.FEATURE_PROTO3_OPTIONAL_VALUE
                        | CodeGeneratorResponse.Feature.FEATURE_SUPPORTS_EDITIONS_VALUE);
        assertThat(response.getMinimumEdition()).isEqualTo(Edition.EDITION_PROTO2_VALUE);
        assertThat(response.getMaximumEdition()).isGreaterThanOrEqualTo(Edition.EDITION_2024_VALUE);
    }

    @Test
    void errorsOfTheSchemaNameTheirPlacesInTheFormOfEditors() throws IOException {
        cli.write("bad.proto", """
                syntax = "proto3";
                import "proto2ffi/options.proto";
                message A {
                  string name = 1 [(proto2ffi.field).max_size = 0];
                  repeated int32 numbers = 2 [(proto2ffi.field) = { max_size: 3 }];
                }
                """);
        Outcome outcome = answer("bad.proto", "c");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.answer().getFileList()).isEmpty();
        assertThat(outcome.answer().getError())
                .startsWith("2 errors, so nothing is generated\nbad.proto:4:20: error: max_size 0 leaves no room ")
                .contains("\nbad.proto:5:")
                .contains("\n   help: ")
                .doesNotContain(" | ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "jav; unknown parameter \"jav\"",
                "''; no language to generate",
                "cargo_toml; no language to generate",
                "c,cargo_toml; cargo_toml needs rust",
                "c,proto_path=nowhere; proto_path=nowhere is no directory",
                "c,option=social.User.name max_size=3; expected a setting"
            })
    void aWrongParameterIsAnErrorWithAWayOut(String parameter, String message) throws IOException {
        Outcome outcome = answer("social/user.proto", parameter);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.answer().getError()).contains(message).contains("   help: ");
        assertThat(outcome.answer().getFileList()).isEmpty();
    }

    @Test
    void optionsOfTheSchemaComeFromTheParameterAndFromSideFiles() throws IOException {
        cli.write("plain.proto", "syntax = \"proto3\"; message P { string a = 1; string b = 2; }");
        cli.write("plain.options", "P.a max_size:24\n");
        String text = files(answer("plain.proto", "c,option=P.b max_size:40,proto_path=" + dir)
                        .answer())
                .toString();
        assertThat(text).contains("char a[24];").contains("char b[40];");
    }

    @Test
    void warningsGoToTheStandardErrorStream() throws IOException {
        Outcome outcome = answer("social/user.proto", "c,option=social.Usr.name max_size:3");
        assertThat(outcome.answer().getError()).isEmpty();
        assertThat(outcome.answer().getFileList()).isNotEmpty();
        assertThat(outcome.err()).contains("warning: ").contains("social.Usr.name");
    }

    @Test
    void anEmptyRequestIsAnErrorOfTheCaller() throws IOException {
        Outcome outcome = answer(new byte[0]);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("error: the request is empty\n   help: protoc and buf make requests");
    }

    @Test
    void garbageIsAnErrorOfTheCaller() throws IOException {
        Outcome outcome = answer("syntax = \"proto3\";".getBytes(StandardCharsets.UTF_8));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: the request is no CodeGeneratorRequest: ")
                .doesNotContain("\tat ");
    }

    @Test
    void aRequestThatIsCutAnywhereIsAnErrorOfOneKindOrTheOther() throws IOException {
        byte[] whole = request("social/user.proto", "c").toByteArray();
        for (int length = 1; length < whole.length; length += 37) {
            Outcome outcome = answer(Arrays.copyOf(whole, length));
            if (outcome.code() == 0) {
                assertThat(outcome.answer().getError()).as("%d bytes", length).isNotEmpty();
            } else {
                assertThat(outcome.code()).as("%d bytes", length).isEqualTo(2);
                assertThat(outcome.err()).startsWith("error: the request ");
            }
        }
    }

    @Test
    void aFileThatIsNotInTheRequestIsNamed() throws IOException {
        CodeGeneratorRequest request = request("social/user.proto", "c");
        byte[] incomplete = request.toBuilder().removeProtoFile(0).build().toByteArray();
        assertThat(answer(incomplete).answer().getError())
                .contains("error: ")
                .contains("which is not in the request")
                .contains("help: whatever runs the plugin must hand over each file with all that it imports");
    }
}
