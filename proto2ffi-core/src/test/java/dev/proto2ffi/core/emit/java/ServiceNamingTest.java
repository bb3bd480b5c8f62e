package dev.proto2ffi.core.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.testing.FrontEnd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceNamingTest {
    private static final String BATCH = " { option (proto2ffi.method).batch = true; } ";

    private static Schema schema(String... files) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < files.length; i++) {
            texts.put(
                    "f" + i + ".proto",
                    "syntax = \"proto3\"; package a; import \"proto2ffi/options.proto\"; " + files[i]);
        }
        return FrontEnd.layOut(texts).schema();
    }

    private static ServiceNames names(String... files) {
        Diagnostics diagnostics = new Diagnostics();
        JavaNames names = NamingPass.settle(schema(files), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return names.service("a.Calc");
    }

    private static ServiceNames rpcs(String rpcs) {
        return names("message M { int32 a = 1; } service Calc { " + rpcs + " }");
    }

    @Test
    void methodsAreLowerCamelCase() {
        ServiceNames names = rpcs("rpc GetURL(M) returns (M)" + BATCH + "rpc list_all(M) returns (M);");
        assertThat(names.rpc("GetURL"))
                .isEqualTo(new RpcNames("getURL", "getURLBatch", "getURLFunction", "getURLBatchFunction"));
        assertThat(names.rpc("list_all")).isEqualTo(new RpcNames("listAll", null, "listAllFunction", null));
        assertThat(names.type().canonicalName()).isEqualTo("a.ffi.Calc");
        assertThat(names.client().canonicalName()).isEqualTo("a.ffi.CalcClient");
        assertThat(names.description().canonicalName()).isEqualTo("a.ffi.CalcDescription");
    }

    @Test
    void keywordsMembersOfObjectAndStaticMethodsTakeAnUnderscore() {
        for (String name : List.of("Class", "Return", "Notify", "Wait", "GetClass", "Load", "Upcalls", "Offer")) {
            RpcNames rpc = rpcs("rpc " + name + "(M) returns (M)" + BATCH).rpc(name);
            String method = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            assertThat(rpc.method()).isEqualTo(method + "_");
            assertThat(rpc.batch()).isEqualTo(method + "Batch");
        }
    }

    @Test
    void whatTheGeneratorAddsYieldsToRpcsThatComeLater() {
        ServiceNames names = rpcs("rpc Add(M) returns (M)" + BATCH
                + "rpc AddBatch(M) returns (M); rpc AddFunction(M) returns (M); rpc ADD(M) returns (M);");
        assertThat(names.rpc("Add")).isEqualTo(new RpcNames("add", "addBatch_", "addFunction_", "addBatchFunction"));
        assertThat(names.rpc("AddBatch").method()).isEqualTo("addBatch");
        assertThat(names.rpc("AddFunction").method()).isEqualTo("addFunction");
        assertThat(names.rpc("ADD").method()).isEqualTo("add_");
    }

    @Test
    void variablesAndFieldsDoNotHideMessages() {
        ServiceNames names = names("message request { int32 a = 1; } message items { request r = 1; }"
                + " message addFunction { int32 a = 1; }"
                + " service Calc { rpc Add(request) returns (stream items); rpc Do(M.response) returns (addFunction); }"
                + " message M { message response { int32 a = 1; } }");
        assertThat(names.variables().request()).isEqualTo("request_");
        assertThat(names.variables().items()).isEqualTo("items_");
        assertThat(names.variables().response()).isEqualTo("response_");
        assertThat(names.variables().requests()).isEqualTo("requests");
        assertThat(names.rpc("Add").function()).isEqualTo("addFunction_");
    }

    @Test
    void classesThatUsersDoNotSeeYieldToThoseOfAllFiles() {
        ServiceNames names = names(
                "message M { int32 a = 1; } service Calc { rpc Add(M) returns (M); }",
                "message calcCLIENT {} message CalcDescription {}");
        assertThat(names.client().simpleName()).isEqualTo("CalcClient_");
        assertThat(names.description().simpleName()).isEqualTo("CalcDescription_");
    }

    @Test
    void servicesYieldToMessagesThatDifferInCaseOnly() {
        ServiceNames names = names("service Calc { rpc Add(CALC) returns (CALC); } message CALC { int32 a = 1; }");
        assertThat(names.type().simpleName()).isEqualTo("Calc_");
        assertThat(names.client().simpleName()).isEqualTo("Calc_Client");
    }

    @Test
    void aServiceAndAMessageOfTwoFilesWithOneNameAreAnError() {
        Diagnostics diagnostics = new Diagnostics();
        NamingPass.settle(
                schema(
                        "message CALC { int32 a = 1; }",
                        "import \"f0.proto\"; service Calc { rpc Add(CALC) returns (CALC); }"),
                diagnostics);
        assertThat(diagnostics.all())
                .extracting(Diagnostic::message)
                .containsExactly("the Java class of a.Calc would be a.ffi.Calc, like that of a.CALC");
    }

    @Test
    void aServiceThatNoRecordCanHoldIsRefused() {
        StringBuilder rpcs = new StringBuilder("message M { int32 a = 1; } service Calc { rpc Last(M) returns (M);");
        for (int i = 0; i < ClassLimits.MAX_FUNCTIONS / 2; i++) {
            rpcs.append(" rpc R").append(i).append("(M) returns (M)").append(BATCH);
        }
        Diagnostics diagnostics = new Diagnostics();
        ClassLimits.check(schema(rpcs + "}"), diagnostics);
        assertThat(diagnostics.all()).hasSize(1);
        Diagnostic error = diagnostics.all().get(0);
        assertThat(error.message())
                .isEqualTo("service a.Calc has 255 rpcs and batches, and a Java class has room for 254");
        assertThat(error.help()).isEqualTo("split it, or generate C and Rust only");
    }
}
