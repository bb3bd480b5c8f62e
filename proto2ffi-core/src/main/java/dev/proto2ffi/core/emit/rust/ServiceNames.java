package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.emit.ServiceSymbols;
import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.ServiceDef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Names of what one service becomes.
 *
 * @param symbols of the library
 * @param module where all of it stands
 * @param trait that servers implement
 * @param table of function pointers
 * @param export the macro, and the module of the functions that it exports: who imports one, imports both
 * @param accept the same for tables of others
 * @param methods of the trait by rpc
 * @param batches methods of the trait by rpc, for those that have one
 * @param fingerprint member of the table
 * @param self member of the table
 */
record ServiceNames(
        ServiceSymbols symbols,
        List<String> module,
        String trait,
        String table,
        String export,
        String accept,
        Map<String, String> methods,
        Map<String, String> batches,
        String fingerprint,
        String self) {
    ServiceNames {
        module = List.copyOf(module);
        methods = Map.copyOf(methods);
        batches = Map.copyOf(batches);
    }

    /** Claims names in the scope of a module. */
    static ServiceNames of(ServiceDef service, ServiceSymbols symbols, List<String> module, RustScope scope) {
        String trait = scope.claim(RustWords.upperCamel(service.name()));
        String snake = RustWords.snake(service.name());
        RustScope inside = new RustScope(name -> RustWords.isKeyword(name) || RustWords.METHODS.contains(name));
        Map<String, String> methods = new HashMap<>();
        Map<String, String> batches = new HashMap<>();
        for (RpcDef rpc : service.rpcs()) {
            methods.put(rpc.name(), inside.claim(RustWords.snake(rpc.name())));
        }
        for (RpcDef rpc : service.rpcs()) {
            if (rpc.batch()) {
                batches.put(rpc.name(), inside.claim(RustWords.snake(rpc.name()) + "_batch"));
            }
        }
        return new ServiceNames(
                symbols,
                module,
                trait,
                scope.claim(trait + "Table"),
                scope.claim("export_" + snake),
                scope.claim("accept_" + snake),
                methods,
                batches,
                inside.claim("fingerprint"),
                inside.claim("this"));
    }

    String method(RpcDef rpc) {
        return Objects.requireNonNull(methods.get(rpc.name()), rpc.name());
    }

    /** Of an rpc that has batches. */
    String batch(RpcDef rpc) {
        return Objects.requireNonNull(batches.get(rpc.name()), rpc.name());
    }
}
