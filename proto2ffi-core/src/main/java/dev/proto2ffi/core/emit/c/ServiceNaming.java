package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.emit.ServiceSymbols;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.ServiceDef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of one service. What claims them is called file by file, each time for all services of the file. */
final class ServiceNaming {
    private final ServiceLayout layout;
    private final ServiceDef service;
    private final ServiceSymbols symbols;
    private final GlobalNames globals;

    ServiceNaming(ServiceLayout layout, Schema schema, GlobalNames globals) {
        this.layout = layout;
        this.service = layout.service();
        this.symbols = ServiceSymbols.of(schema, service);
        this.globals = globals;
    }

    ServiceLayout layout() {
        return layout;
    }

    /** First of all: others find the symbols by their names, so that everything else must give way. */
    void claimSymbols() {
        for (RpcDef rpc : service.rpcs()) {
            globals.claimSymbol(symbols.call(rpc), what(rpc), rpc.span());
            if (rpc.batch()) {
                globals.claimSymbol(symbols.batch(rpc), "the batch form of " + what(rpc), rpc.span());
            }
        }
        for (String symbol : symbols.handshake()) {
            globals.claimSymbol(symbol, "service " + service.fullName(), service.span());
        }
    }

    /** Behind all that the schema names, before the members of structs. */
    ServiceMacros macros() {
        String base = symbols.base();
        Map<String, ServiceMacros.Batch> batches = new HashMap<>();
        for (RpcDef rpc : service.rpcs()) {
            if (rpc.batch()) {
                String what = "a macro of " + what(rpc);
                String call = symbols.call(rpc);
                String own = globals.claim(call + "_OWN_BATCH", what, rpc.span());
                batches.put(rpc.name(), new ServiceMacros.Batch(own, globals.claim(call + "_BATCH", what, rpc.span())));
            }
        }
        // No macros, but made of the symbols by one.
        claim(symbols.service() + "_layouts");
        claim(symbols.accepts() + "_layouts");
        return new ServiceMacros(
                claim(base + "_FINGERPRINT"),
                claim(base + "_EXPORT"),
                claim(base + "_ACCEPT"),
                claim(base + "_DESCRIBE"),
                new TextNames(claim(base + "_TEXT"), claim(base + "_TEXT_ARRAY")),
                batches);
    }

    private String claim(String wanted) {
        return globals.claim(wanted, "a macro of service " + service.fullName(), service.span());
    }

    /** Behind all types and macros. */
    ServiceNames complete(String table, ServiceMacros macros) {
        Map<String, String> members = members();
        Map<String, RpcNames> rpcs = new HashMap<>();
        for (RpcDef rpc : service.rpcs()) {
            String call = symbols.call(rpc);
            String send = null;
            if (rpc.serverStreaming()) {
                send = globals.claim(call + "_send", "a helper of " + what(rpc), rpc.span());
            }
            rpcs.put(rpc.name(), new RpcNames(call, known(members.get(rpc.name())), send, batch(rpc, macros, members)));
        }
        return new ServiceNames(symbols, table, macros, rpcs);
    }

    private RpcNames.@Nullable Batch batch(RpcDef rpc, ServiceMacros macros, Map<String, String> members) {
        ServiceMacros.Batch batch = macros.batches().get(rpc.name());
        return batch == null ? null : new RpcNames.Batch(symbols.batch(rpc), known(members.get(batchKey(rpc))), batch);
    }

    private Map<String, String> members() {
        Map<String, String> wanted = new LinkedHashMap<>();
        service.rpcs().forEach(rpc -> wanted.put(rpc.name(), rpc.name()));
        service.rpcs().stream().filter(RpcDef::batch).forEach(rpc -> wanted.put(batchKey(rpc), rpc.name() + "_batch"));
        return MemberNames.settle(wanted, List.of("fingerprint", "self"), globals);
    }

    /** No rpc has a name like that. */
    private static String batchKey(RpcDef rpc) {
        return rpc.name() + " batch";
    }

    private static String known(@Nullable String member) {
        if (member == null) {
            throw new IllegalStateException("an rpc has no name in its table");
        }
        return member;
    }

    private String what(RpcDef rpc) {
        return "rpc " + service.fullName() + "." + rpc.name();
    }
}
