package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Objects;

/**
 * The settled names of a service.
 *
 * @param type the interface
 * @param client the record that calls native code, which users don't see
 * @param description the class that tells the runtime what the service is made of, which users don't see
 * @param variables the parameters and local variables of its methods
 * @param rpcs by the rpcs' names in the schema
 */
record ServiceNames(
        ClassName type,
        ClassName client,
        ClassName description,
        ServiceVariables variables,
        Map<String, RpcNames> rpcs) {
    RpcNames rpc(String name) {
        return Objects.requireNonNull(rpcs.get(name), name);
    }
}
