package dev.proto2ffi.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the linker tells its users, beyond the line that protoc names. */
final class LinkerTest {
    @Test
    void filesComeAfterWhatTheyImport() {
        LinkedSchema schema = Schemas.file("a.proto", "syntax = \"proto3\"; import \"c.proto\"; import \"b.proto\";")
                .and("b.proto", "syntax = \"proto3\"; import \"d.proto\";")
                .and("c.proto", "syntax = \"proto3\"; import \"d.proto\";")
                .and("d.proto", "syntax = \"proto3\";")
                .link();
        assertThat(schema.files().stream().map(each -> each.source().importName()))
                .containsExactly("d.proto", "c.proto", "b.proto", "a.proto");
        assertThat(schema.files().stream().filter(LinkedFile::root)).hasSize(1);
    }

    @Test
    void rootsKeepTheirOrderAndAreLinkedOnce() {
        Schemas schemas = Schemas.file("a.proto", "syntax = \"proto3\"; import \"b.proto\";")
                .and("b.proto", "syntax = \"proto3\";")
                .and("c.proto", "syntax = \"proto3\";");
        LinkedSchema schema = schemas.link(List.of("c.proto", "a.proto", "b.proto", "a.proto"));
        assertThat(schemas.diagnostics.hasErrors()).isFalse();
        assertThat(schema.files().stream().map(each -> each.source().importName()))
                .containsExactly("c.proto", "b.proto", "a.proto");
        assertThat(schema.files()).allMatch(LinkedFile::root);
    }

    @Test
    void anUnknownNameComesWithTheClosestOne() {
        Diagnostic error = onlyError(Schemas.file(
                "a.proto", "syntax = \"proto3\"; package p; message Person {} message M { Persom p = 1; }"));
        assertThat(error.message()).isEqualTo("\"Persom\" is not defined");
        assertThat(error.help()).isEqualTo("did you mean p.Person?");
    }

    @Test
    void aNameOfAnotherFileComesWithTheImportToWrite() {
        Diagnostic error =
                onlyError(Schemas.file("a.proto", "syntax = \"proto3\"; import \"b.proto\"; message M { C c = 1; }")
                        .and("b.proto", "syntax = \"proto3\"; import \"c.proto\";")
                        .and("c.proto", "syntax = \"proto3\"; message C {}"));
        assertThat(error.code()).isEqualTo("not-imported");
        assertThat(error.help()).isEqualTo("add import \"c.proto\";");
        assertThat(error.labels())
                .singleElement()
                .satisfies(label -> assertThat(label.span().file().importName()).isEqualTo("c.proto"));
    }

    @Test
    void aMissingImportTellsWhereItWasLookedFor() {
        Diagnostic error = onlyError(Schemas.file("a.proto", "syntax = \"proto3\"; import \"no.proto\";"));
        assertThat(error.message()).isEqualTo("\"no.proto\" was not found");
        assertThat(error.help()).contains("memory").contains("relative to the import path");
    }

    @Test
    void namesThatABrokenImportMayHoldAreNotReported() {
        List<Diagnostic> errors = Schemas.file(
                        "a.proto", "syntax = \"proto3\"; import \"no.proto\"; message M { Missing m = 1; }")
                .errors();
        assertThat(errors).hasSize(1);
    }

    @Test
    void aCycleIsShownImportByImport() {
        List<Diagnostic> errors = Schemas.file("a.proto", "syntax = \"proto3\";\nimport \"b.proto\";")
                .and("b.proto", "syntax = \"proto3\";\n\nimport \"c.proto\";")
                .and("c.proto", "syntax = \"proto3\";\n\n\nimport \"a.proto\";")
                .errors();
        Diagnostic cycle = errors.get(0);
        assertThat(cycle.code()).isEqualTo("cyclic-import");
        assertThat(cycle.message()).contains("a.proto -> b.proto -> c.proto -> a.proto");
        assertThat(cycle.span()).hasToString("a.proto:2:1");
        assertThat(cycle.labels().stream().map(label -> label.span().toString()))
                .containsExactly("b.proto:3:1", "c.proto:4:1");
    }

    @Test
    void symbolsOfABrokenFileAreForgotten() {
        List<Diagnostic> errors = Schemas.file("a.proto", "syntax = \"proto3\"; message M { Nope n = 1; }")
                .and("b.proto", "syntax = \"proto3\"; message M {}")
                .errors();
        assertThat(errors).hasSize(1);
        Schemas both = Schemas.file("a.proto", "syntax = \"proto3\"; message M { Nope n = 1; }")
                .and("b.proto", "syntax = \"proto3\"; message M {}");
        assertThat(both.link(List.of("a.proto", "b.proto")).files()).hasSize(1);
        assertThat(both.diagnostics.errorCount()).isEqualTo(1);
    }

    @Test
    void aFlawInsideAMessageValueIsLabelledWhereItStands() {
        Diagnostic error = onlyError(Schemas.file("a.proto", """
                syntax = "proto2";
                import "google/protobuf/descriptor.proto";
                message O { optional int32 alpha = 1; }
                extend google.protobuf.FileOptions { optional O o = 1000; }
                option (o) = {
                  alhpa: 1
                };
                """));
        assertThat(error.span()).hasToString("a.proto:5:14");
        assertThat(error.labels().get(0).span()).hasToString("a.proto:6:3");
        assertThat(error.help()).isEqualTo("did you mean alpha?");
    }

    @Test
    void allErrorsOfAFileAreReportedInOneRun() {
        assertThat(Schemas.file("a.proto", """
                        syntax = "proto3";
                        message M { A a = 1; B b = 1; }
                        enum M { X = 0; }
                        """).errors().stream().map(Diagnostic::code))
                .containsExactly("duplicate-name", "unresolved-name", "unresolved-name", "duplicate-number");
    }

    @Test
    void aLongChainOfImportsIsNoProblem() {
        int length = 5_000;
        Schemas schemas = Schemas.file("f0.proto", "syntax = \"proto3\"; import \"f1.proto\";");
        for (int i = 1; i < length; i++) {
            schemas.and(
                    "f" + i + ".proto",
                    "syntax = \"proto3\";" + (i + 1 < length ? "import \"f" + (i + 1) + ".proto\";" : ""));
        }
        assertThat(schemas.link().files()).hasSize(length);
    }

    @Test
    void aChainOfPublicImportsHasAnEnd() {
        int length = 1_100;
        Schemas schemas = Schemas.file("f0.proto", "syntax = \"proto3\"; import public \"f1.proto\";");
        for (int i = 1; i < length; i++) {
            schemas.and(
                    "f" + i + ".proto",
                    "syntax = \"proto3\";" + (i + 1 < length ? "import public \"f" + (i + 1) + ".proto\";" : ""));
        }
        assertThat(schemas.errors().get(0).code()).isEqualTo("public-import-depth");
    }

    @Test
    void featuresOfEditionsReachTheDescriptors() {
        LinkedFile file = Schemas.file("a.proto", """
                edition = "2023";
                option features.field_presence = IMPLICIT;
                message M {
                  int32 plain = 1;
                  int32 explicit = 2 [features.field_presence = EXPLICIT];
                  M delimited = 3 [features.message_encoding = DELIMITED];
                  repeated int32 packed = 4;
                  repeated int32 expanded = 5 [features.repeated_field_encoding = EXPANDED];
                  string required = 6 [features.field_presence = LEGACY_REQUIRED];
                }
                """).linkRoot();
        var message = file.descriptor().findMessageTypeByName("M");
        assertThat(message.findFieldByName("plain").hasPresence()).isFalse();
        assertThat(message.findFieldByName("explicit").hasPresence()).isTrue();
        assertThat(message.findFieldByName("delimited").getType()).isEqualTo(FieldDescriptor.Type.GROUP);
        assertThat(message.findFieldByName("packed").isPacked()).isTrue();
        assertThat(message.findFieldByName("expanded").isPacked()).isFalse();
        assertThat(message.findFieldByName("required").isRequired()).isTrue();
    }

    @Test
    void optionsForCompilersStayInTheDescriptorAndLeaveTheProto() {
        LinkedFile file = Schemas.file("a.proto", """
                edition = "2024";
                option features.enforce_naming_style = STYLE_LEGACY;
                """).linkRoot();
        assertThat(file.proto().getOptions().getFeatures().hasEnforceNamingStyle())
                .isFalse();
        assertThat(file.fullProto().getOptions().getFeatures().hasEnforceNamingStyle())
                .isTrue();
        assertThat(file.descriptor().toProto().getOptions().getFeatures().hasEnforceNamingStyle())
                .isTrue();
    }

    private static Diagnostic onlyError(Schemas schemas) {
        List<Diagnostic> errors = schemas.errors();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }
}
