package dev.proto2ffi.core.emit.rust;

import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.bytes;
import static dev.proto2ffi.core.testing.TestTypes.enumOf;
import static dev.proto2ffi.core.testing.TestTypes.fixedRepeated;
import static dev.proto2ffi.core.testing.TestTypes.messageOf;
import static dev.proto2ffi.core.testing.TestTypes.repeated;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static dev.proto2ffi.core.testing.TestTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.testing.Answers;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.TestSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files and their text. */
class RustEmitterTest {
    private static final Generator GENERATOR = new Generator("0.0.0");

    private static Map<String, String> emit(RustEmitter emitter, SchemaLayout layout) {
        Diagnostics diagnostics = new Diagnostics();
        List<OutputFile> files = emitter.emit(layout, GENERATOR, diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return files.stream().collect(Collectors.toMap(OutputFile::path, OutputFile::text));
    }

    /** All but the modules within the support module. */
    private static List<String> schemaFiles(Map<String, String> files) {
        return files.keySet().stream().filter(path -> !path.startsWith("p2f/")).toList();
    }

    @Test
    void theSocialSchemaBecomesThisModule() {
        Map<String, String> files = emit(new RustEmitter(), RustSchemas.social());
        assertThat(schemaFiles(files)).containsExactlyInAnyOrder("mod.rs", "p2f.rs", "social.rs");
        Answers.check("emit/rust/social/mod.rs", files.get("mod.rs"));
        Answers.check("emit/rust/social/social.rs", files.get("social.rs"));
    }

    @Test
    void eachShapeOfFieldBecomesThisCode() {
        SchemaLayout layout = RustSchemas.layOut(file("shapes.proto", "shapes")
                .add(TestSchema.enumeration("Kind").value("FIRST", 3).value("second", 4))
                .add(message("Empty"))
                .add(message("Shapes")
                        .add(message("Point").field("x", scalar(ScalarType.FLOAT)))
                        .comment(" One of each.\n")
                        .field("plain", scalar(ScalarType.BOOL))
                        .field("port", scalar(ScalarType.INT32), true, new DefaultValue.OfInteger(8080), " Where.\n")
                        .optional("point", messageOf("shapes.Shapes.Point"))
                        .field("name", string(8))
                        .field("note", string(8), true, new DefaultValue.OfString("none"), "")
                        .field("blob", bytes(8))
                        .field("kinds", repeated(enumOf("shapes.Kind"), 4))
                        .field("names", repeated(string(8), 4))
                        .field("blobs", fixedRepeated(bytes(8), 4))));
        Answers.check("emit/rust/shapes.rs", emit(new RustEmitter(), layout).get("shapes.rs"));
    }

    @Test
    void oneofsMapsPointersAndAtomicFieldsBecomeThisCode() {
        String text = """
                syntax = "proto3";
                package elsewhere;
                import "proto2ffi/options.proto";
                message Node {
                  // What it is about.
                  oneof subject {
                    int32 number = 1;
                    // Any length.
                    string text = 2;
                    Node node = 3;
                  }
                  Node next = 4;
                  repeated Node others = 5;
                  map<uint32, bool> flags = 6 [(proto2ffi.field).max_count = 4];
                  uint32 line = 7 [(proto2ffi.field).align = 16];
                }
                message Tiny {
                  option (proto2ffi.message).packed = true;
                  option (proto2ffi.message).pool_size = 8;
                  repeated uint32 numbers = 1 [(proto2ffi.field).max_count = 4];
                }
                message Shared {
                  optional int64 hits = 1 [(proto2ffi.field).atomic = true];
                }
                """;
        SchemaLayout layout = FrontEnd.layOut(Map.of("elsewhere.proto", text));
        Answers.check("emit/rust/elsewhere.rs", emit(new RustEmitter(), layout).get("elsewhere.rs"));
    }

    @Test
    void aServiceBecomesThisCode() {
        String text = """
                syntax = "proto3";
                package calc;
                import "proto2ffi/options.proto";
                message Sum { int32 of = 1; }
                message Text { string text = 1; }
                message Nothing {}
                // Adds.
                service Calculator {
                  // Adds two.
                  rpc Add(Sum) returns (Sum) {
                    option (proto2ffi.method) = { critical: true, batch: true };
                  }
                  rpc All(Sum) returns (stream Sum);
                  rpc Say(Sum) returns (Text);
                  rpc Reset(Nothing) returns (Nothing);
                }
                """;
        SchemaLayout layout = FrontEnd.layOut(Map.of("calc.proto", text));
        Map<String, String> files = emit(new RustEmitter(), layout);
        Answers.check("emit/rust/service.rs", files.get("calc.rs"));
        assertThat(files).containsKeys("p2f/call.rs", "p2f/stream.rs", "p2f/service.rs");
        assertThat(files.get("p2f.rs")).contains("extern crate std;", "mod call;");
    }

    @Test
    void whatCallsNeedAndTheirStdAreThereOnlyWithServices() {
        Map<String, String> files = emit(new RustEmitter("structs"), RustSchemas.social());
        assertThat(files).doesNotContainKeys("p2f/call.rs", "p2f/stream.rs", "p2f/service.rs");
        assertThat(files.values()).noneMatch(text -> text.contains("extern crate std"));
        assertThat(files.get("crate.rs")).contains("#![no_std]");
        assertThat(emit(new RustEmitter("calls"), RustSchemas.calls()).get("crate.rs"))
                .doesNotContain("no_std");
    }

    @Test
    void commentsBecomeDocumentationOfNoCode() {
        Answers.check(
                "emit/rust/comments.rs",
                emit(new RustEmitter(), RustSchemas.comments()).get("comments.rs"));
    }

    @Test
    void aPackageIsAFileInTheFolderOfItsParent() {
        assertThat(schemaFiles(emit(new RustEmitter(), RustSchemas.constructs())))
                .containsExactlyInAnyOrder("mod.rs", "p2f.rs", "geo.rs", "geo/v1.rs", "zoo.rs");
    }

    @Test
    void theSameLayoutGivesTheSameText() {
        RustEmitter emitter = new RustEmitter();
        assertThat(emit(emitter, RustSchemas.names())).isEqualTo(emit(emitter, RustSchemas.names()));
    }

    @Test
    void aManifestComesOnlyWhenAskedFor() {
        Map<String, String> files = emit(new RustEmitter("social-structs"), RustSchemas.social());
        assertThat(schemaFiles(files))
                .containsExactlyInAnyOrder("mod.rs", "p2f.rs", "social.rs", "crate.rs", "Cargo.toml");
        assertThat(files.get("Cargo.toml")).contains("name = \"social-structs\"", "rust-version = \"1.77\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "a b", "a\"\nb = \"c", "ä"})
    void aNameThatCargoRefusesIsAnError(String name) {
        assertThatThrownBy(() -> new RustEmitter(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a::", "::a", "a.b", "a b", "1a", "a:b", "../a"})
    void aModulePathThatIsNoneIsAnErrorAndNothingIsEmitted(String path) {
        Diagnostics diagnostics = new Diagnostics();
        SchemaLayout layout = RustSchemas.layOut(
                file("a.proto", "a").rustModule(path).add(message("M").field("x", scalar(ScalarType.INT32))));
        assertThat(new RustEmitter().emit(layout, GENERATOR, diagnostics)).isEmpty();
        assertThat(diagnostics.all()).singleElement().satisfies(d -> {
            assertThat(d).hasToString("a.proto:1:1: error: rust_module \"" + path + "\" is not a path of modules");
            assertThat(d.help()).contains("social::feed");
        });
    }

    @Test
    void aModulePathOfAbsurdDepthIsAnErrorAndNotAHang() {
        Diagnostics diagnostics = new Diagnostics();
        String path = "a::".repeat(100_000) + "a";
        SchemaLayout layout =
                RustSchemas.layOut(file("a.proto", "a").rustModule(path).add(message("M")));
        assertThat(new RustEmitter().emit(layout, GENERATOR, diagnostics)).isEmpty();
        assertThat(diagnostics.errorCount()).isEqualTo(1);
    }
}
