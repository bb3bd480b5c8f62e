package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireService;
import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service.
 *
 * @param file import name of its file
 * @param fingerprint of it and all structs that its calls reach; null where no call is generated for it
 * @param rpcs in declaration order
 */
record ServiceFacts(String fullName, String file, @Nullable Long fingerprint, List<RpcFacts> rpcs, Span span) {
    ServiceFacts {
        rpcs = List.copyOf(rpcs);
    }

    /**
     * An rpc.
     *
     * @param skipped whether the schema leaves it out of the calls
     */
    record RpcFacts(WireService.Rpc wire, boolean skipped, boolean critical, boolean batch) {
        String name() {
            return wire.name();
        }
    }

    /** Those that are calls. */
    List<RpcFacts> calls() {
        return rpcs.stream().filter(rpc -> !rpc.skipped()).toList();
    }
}
