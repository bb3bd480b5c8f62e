package dev.proto2ffi.core.emit.c;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.FrontEnd;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CServiceNamesTest {
    private static final SchemaLayout CLASHES = CSchemas.clashes();
    private static final CNames NAMES = CNames.of(CLASHES);
    private static final ServiceNames SERVICE = NAMES.service("calls.Names");

    @Test
    void everythingElseYieldsToTheSymbols() {
        assertThat(SERVICE.rpcs().get("Add").function()).isEqualTo("cl_Names_Add");
        assertThat(NAMES.type(CLASHES.schema().struct("calls.Names_Add"))).isEqualTo("cl_Names_Add_");
        assertThat(SERVICE.rpcs().get("EXPORT").function()).isEqualTo("cl_Names_EXPORT");
        assertThat(SERVICE.macros().export()).isEqualTo("cl_Names_EXPORT_");
        assertThat(SERVICE.macros().accept()).isEqualTo("cl_Names_ACCEPT_");
        assertThat(SERVICE.macros().text().macro()).isEqualTo("cl_Names_TEXT_");
        assertThat(SERVICE.macros().batches().get("batch"))
                .isEqualTo(new ServiceMacros.Batch("cl_Names_batch_OWN_BATCH", "cl_Names_batch_BATCH_"));
    }

    @Test
    void whatIsMadeUpYieldsToTypes() {
        assertThat(NAMES.type(CLASHES.schema().struct("calls.Names_FINGERPRINT")))
                .isEqualTo("cl_Names_FINGERPRINT");
        assertThat(SERVICE.macros().fingerprint()).isEqualTo("cl_Names_FINGERPRINT_");
        assertThat(SERVICE.rpcs().get("Add").send()).isEqualTo("cl_Names_Add_send_");
    }

    @Test
    void membersOfTheTableAvoidItsOwnAndWordsOfC() {
        Map<String, String> members = new HashMap<>();
        SERVICE.rpcs().forEach((rpc, names) -> members.put(rpc, names.member()));
        assertThat(members)
                .containsEntry("self", "self_")
                .containsEntry("fingerprint", "fingerprint_")
                .containsEntry("delete", "delete_")
                .containsEntry("errno", "errno_")
                .containsEntry("int", "int__")
                .containsEntry("int_", "int_")
                .containsEntry("accept", "accept")
                .containsEntry("accept_batch", "accept_batch");
        assertThat(SERVICE.rpcs().get("accept").batch())
                .extracting(RpcNames.Batch::member)
                .isEqualTo("accept_batch_");
    }

    /** The preprocessor would replace such a member; a function does it no harm. */
    @Test
    void membersOfStructsAvoidTheMacrosButNotTheFunctions() {
        assertThat(NAMES.struct("calls.M").members())
                .containsEntry("cl_Names_DESCRIBE", "cl_Names_DESCRIBE_")
                .containsEntry("cl_Names_Add", "cl_Names_Add");
    }

    private static final String MESSAGE = " message M { int32 x = 1; } ";

    private static List<Diagnostic> diagnostics(Map<String, String> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, text) -> texts.put(name, "syntax = \"proto3\"; " + text));
        Diagnostics diagnostics = new Diagnostics();
        List<OutputFile> output = new CEmitter().emit(FrontEnd.layOut(texts), new Generator("1"), diagnostics);
        assertThat(output.isEmpty()).isEqualTo(diagnostics.hasErrors());
        return diagnostics.all();
    }

    private static void isTheOnlyError(List<Diagnostic> diagnostics, String... parts) {
        assertThat(diagnostics).singleElement().satisfies(error -> {
            assertThat(error.severity()).isEqualTo(Severity.ERROR);
            assertThat(error.code()).isEqualTo("c-symbol");
            assertThat(error.message()).contains(parts);
            assertThat(error.help()).contains("c_prefix");
        });
    }

    @Test
    void aSymbolThatCHasAlreadyIsAnError() {
        String library = MESSAGE + "service aligned { rpc alloc(M) returns (M); }";
        isTheOnlyError(diagnostics(Map.of("a.proto", library)), "rpc aligned.alloc", "aligned_alloc", "C has already");
        String support = MESSAGE + "service p2f_region { rpc open(M) returns (M); }";
        isTheOnlyError(diagnostics(Map.of("a.proto", support)), "rpc p2f_region.open", "p2f_region_open");
    }

    @Test
    void twoRpcsWithOneSymbolAreAnErrorAlsoInFilesThatDoNotKnowEachOther() {
        String first = "package a;" + MESSAGE + "service b_C { rpc D(M) returns (M); }";
        String second = "package a.b;" + MESSAGE + "service C { rpc D(M) returns (M); }";
        Map<String, String> files = new LinkedHashMap<>(Map.of("first.proto", first, "second.proto", second));
        assertThat(diagnostics(files))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.code()).isIn("c-symbol", "c-name-taken"));
        assertThat(diagnostics(files).stream().filter(d -> d.code().equals("c-symbol")))
                .extracting(Diagnostic::message)
                .anySatisfy(message -> assertThat(message).contains("rpc a.b_C.D", "rpc a.b.C.D", "a_b_C_D"));
    }

    @Test
    void aSymbolThatIsATypeOfAnImportIsAnError() {
        String imported = "package a; message S_Get { int32 x = 1; }";
        String importing = "package a; import \"m.proto\"; service S { rpc Get(S_Get) returns (S_Get); }";
        isTheOnlyError(
                diagnostics(Map.of("m.proto", imported, "s.proto", importing)),
                "rpc a.S.Get",
                "a_S_Get",
                "message a.S_Get of m.proto");
    }

    @Test
    void schemasWithoutServicesGetNoHeaderForThem() {
        assertThat(CHeaderTest.emit(CSchemas.tour()))
                .extracting(OutputFile::path)
                .contains(SupportHeader.PATH)
                .doesNotContain(SupportHeader.SERVICE_PATH);
        assertThat(CHeaderTest.emit(CSchemas.calls()).stream()
                        .filter(file -> file.text().contains("#include \"" + SupportHeader.SERVICE_PATH + "\"")))
                .extracting(OutputFile::path)
                .containsExactly("calls/calculator.p2f.h");
    }
}
