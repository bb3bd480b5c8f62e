package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.ServiceDef;
import dev.proto2ffi.core.testing.FrontEnd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServiceSymbolsTest {
    private static Schema schema(String head, String service) {
        String text = "syntax = \"proto3\";\n" + head
                + "\nimport \"proto2ffi/options.proto\";\nmessage M { int32 x = 1; }\n" + service;
        return FrontEnd.layOut(Map.of("a.proto", text)).schema();
    }

    private static ServiceSymbols symbols(String head, String service) {
        Schema schema = schema(head, service);
        return ServiceSymbols.of(schema, schema.services().get(0));
    }

    private static String batch(String name) {
        return "rpc " + name + "(M) returns (M) { option (proto2ffi.method).batch = true; }";
    }

    @Test
    void symbolsAreThePackageTheServiceAndTheRpc() {
        ServiceSymbols symbols =
                symbols("package a.b_c;", "service Calc { " + batch("Add") + " rpc Sub(M) returns (M); }");
        assertThat(symbols.base()).isEqualTo("a_b_c_Calc");
        assertThat(symbols.calls()).isEqualTo(Map.of("Add", "a_b_c_Calc_Add", "Sub", "a_b_c_Calc_Sub"));
        assertThat(symbols.batches()).isEqualTo(Map.of("Add", "a_b_c_Calc_Add_batch"));
        assertThat(symbols.handshake())
                .isEqualTo(List.of("a_b_c_Calc_service", "a_b_c_Calc_accept", "a_b_c_Calc_accepts"));
    }

    @Test
    void aPrefixTakesThePlaceOfThePackage() {
        String service = "service Calc { rpc Add(M) returns (M); }";
        assertThat(symbols("", service).base()).isEqualTo("Calc");
        assertThat(symbols("package a; option (proto2ffi.file).c_prefix = \"x\";", service)
                        .base())
                .isEqualTo("x_Calc");
        assertThat(symbols("package a; option (proto2ffi.file).c_prefix = \"\";", service)
                        .base())
                .isEqualTo("Calc");
    }

    @Test
    void noSymbolBeginsWithAnUnderscore() {
        ServiceSymbols symbols = symbols("", "service _S { rpc Add(M) returns (M); }");
        assertThat(symbols.base()).isEqualTo("p2f_S");
        assertThat(symbols.calls()).containsEntry("Add", "p2f_S_Add");
    }

    @Test
    void whatIsMadeUpYieldsToRpcs() {
        ServiceSymbols symbols = symbols(
                "package a;",
                "service S { " + batch("Add") + batch("Add_batch") + "rpc accept(M) returns (M);"
                        + "rpc accept_(M) returns (M); rpc service(M) returns (M); }");
        assertThat(symbols.calls())
                .containsEntry("Add_batch", "a_S_Add_batch")
                .containsEntry("accept", "a_S_accept")
                .containsEntry("service", "a_S_service");
        assertThat(symbols.batches())
                .containsEntry("Add", "a_S_Add_batch_")
                .containsEntry("Add_batch", "a_S_Add_batch_batch");
        assertThat(symbols.handshake()).isEqualTo(List.of("a_S_service_", "a_S_accept__", "a_S_accepts"));
    }

    @Test
    void anRpcWithoutBatchFormHasNoSymbolForIt() {
        Schema schema = schema("package a;", "service S { rpc Add(M) returns (M); }");
        ServiceDef service = schema.services().get(0);
        RpcDef rpc = service.rpcs().get(0);
        ServiceSymbols symbols = ServiceSymbols.of(schema, service);
        assertThat(symbols.call(rpc)).isEqualTo("a_S_Add");
        assertThatThrownBy(() -> symbols.batch(rpc)).hasMessageContaining("Add has no such symbol");
    }
}
