package dev.proto2ffi.core.emit;

import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.ServiceDef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The symbols under which a native library exports a service. They are what libraries and programs of all languages find
 * each other by, so they depend on nothing but the file's prefix and the service itself: whatever else has such a name
 * in a language gives way. Within a service an rpc has its name before what is made up ({@code Add_batch},
 * {@code accept}), which gets underscores behind it until it is free.
 *
 * @param base what all begin with: {@code calc_Calculator}
 * @param calls {@code calc_Calculator_Add} by the name of the rpc
 * @param batches {@code calc_Calculator_Add_batch} by the name of the rpc, for those that have a batch form
 * @param service the object that describes what the library serves: {@code calc_Calculator_service}
 * @param accept the function that takes a table of a server's functions: {@code calc_Calculator_accept}
 * @param accepts the object that describes what {@code accept} takes: {@code calc_Calculator_accepts}
 */
public record ServiceSymbols(
        String base,
        Map<String, String> calls,
        Map<String, String> batches,
        String service,
        String accept,
        String accepts) {
    public ServiceSymbols {
        calls = Map.copyOf(calls);
        batches = Map.copyOf(batches);
    }

    public static ServiceSymbols of(Schema schema, ServiceDef service) {
        String base = prefix(schema.file(service.file())) + service.name();
        if (base.startsWith("_")) {
            // C and C++ keep such names to their implementations.
            base = "p2f" + base;
        }
        Set<String> taken = new HashSet<>();
        Map<String, String> calls = new HashMap<>();
        for (RpcDef rpc : service.rpcs()) {
            calls.put(rpc.name(), claim(base + "_" + rpc.name(), taken));
        }
        Map<String, String> batches = new HashMap<>();
        for (RpcDef rpc : service.rpcs()) {
            if (rpc.batch()) {
                batches.put(rpc.name(), claim(base + "_" + rpc.name() + "_batch", taken));
            }
        }
        return new ServiceSymbols(
                base,
                calls,
                batches,
                claim(base + "_service", taken),
                claim(base + "_accept", taken),
                claim(base + "_accepts", taken));
    }

    /** What the C names of a file begin with, an underscore at its end; empty without a package. */
    public static String prefix(FileDef file) {
        String prefix = file.cPrefix() == null ? file.protoPackage().replace('.', '_') : file.cPrefix();
        return prefix.isEmpty() ? "" : prefix + "_";
    }

    private static String claim(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** The function of an rpc. */
    public String call(RpcDef rpc) {
        return known(calls, rpc);
    }

    /** The function of an rpc that has a batch form. */
    public String batch(RpcDef rpc) {
        return known(batches, rpc);
    }

    /** Those that belong to no rpc. */
    public List<String> handshake() {
        return List.of(service, accept, accepts);
    }

    private static String known(Map<String, String> symbols, RpcDef rpc) {
        String symbol = symbols.get(rpc.name());
        if (symbol == null) {
            throw new IllegalArgumentException(rpc.name() + " has no such symbol");
        }
        return symbol;
    }
}
