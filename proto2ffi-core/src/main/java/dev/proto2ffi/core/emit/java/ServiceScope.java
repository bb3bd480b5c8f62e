package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.emit.ServiceSymbols;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.ServiceDef;
import java.util.List;

/** A service, with all that its classes are printed from. */
record ServiceScope(Run run, ServiceLayout layout, ServiceNames names, ServiceSymbols symbols) {
    static ServiceScope of(Run run, ServiceLayout layout) {
        ServiceDef service = layout.service();
        return new ServiceScope(
                run,
                layout,
                run.names().service(service.fullName()),
                ServiceSymbols.of(run.schema().schema(), service));
    }

    List<RpcScope> rpcs() {
        return layout.service().rpcs().stream()
                .map(rpc -> new RpcScope(this, rpc))
                .toList();
    }

    /** Whether its classes refer to a type or method that is deprecated. */
    boolean hasDeprecated() {
        return run.hasDeprecatedTypes()
                || layout.service().deprecated()
                || layout.service().rpcs().stream().anyMatch(RpcDef::deprecated);
    }
}
