package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.emit.ServiceSymbols;
import dev.proto2ffi.core.model.RpcDef;
import java.util.Map;

/**
 * All names that one service brings into a header.
 *
 * @param symbols what a library exports
 * @param table struct of function pointers
 * @param rpcs by name in the schema
 */
record ServiceNames(ServiceSymbols symbols, String table, ServiceMacros macros, Map<String, RpcNames> rpcs) {
    RpcNames rpc(RpcDef rpc) {
        RpcNames names = rpcs.get(rpc.name());
        if (names == null) {
            throw new IllegalArgumentException(rpc.name() + " is not part of the service");
        }
        return names;
    }
}
