package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.model.ServiceDef;
import java.util.List;

/** A service: functions that a library exports, a table of them, and what both sides check before they call. */
final class ServicePrinter {
    private final ServiceLayout service;
    private final CNames names;
    private final ServiceNames own;
    private final List<RpcPrinter> rpcs;

    ServicePrinter(ServiceLayout service, SchemaLayout layout, CNames names) {
        this.service = service;
        this.names = names;
        this.own = names.service(service.service().fullName());
        this.rpcs = service.service().rpcs().stream()
                .map(rpc -> new RpcPrinter(service.service(), rpc, layout, names))
                .toList();
    }

    String print() {
        StringBuilder out = new StringBuilder();
        out.append("\n/* service ").append(service.service().fullName()).append(" */\n\n");
        out.append("#define ").append(own.macros().fingerprint()).append(' ');
        out.append(CLiterals.fingerprint(service.fingerprint())).append("\n\n");
        rpcs.forEach(rpc -> out.append(rpc.functions()));
        out.append(table());
        rpcs.forEach(rpc -> out.append(rpc.batchDefinition()));
        return out.append(new HandshakePrinter(service, names).print())
                .append('\n')
                .toString();
    }

    private String table() {
        ServiceDef definition = service.service();
        StringBuilder out = new StringBuilder();
        out.append(CComment.of(
                "",
                definition.comments().text(),
                "service " + definition.fullName() + " as functions of one server, such as one in Java.\n"
                        + "They are called as the exported ones are, `self` before the rest. A copy does as well."
                        + (definition.deprecated() ? "\nDeprecated." : "")));
        out.append("typedef struct ").append(own.table()).append(" {\n");
        out.append("    /** ").append(own.macros().fingerprint()).append(". */\n    uint64_t fingerprint;\n");
        out.append("    /** The first argument of each function. */\n    void *self;\n");
        rpcs.forEach(rpc -> out.append(rpc.members()));
        long functions =
                definition.rpcs().stream().mapToInt(rpc -> rpc.batch() ? 2 : 1).sum();
        return out.append(Scope.EMPTY
                        .with("table", own.table())
                        .with("size", Math.toIntExact((functions + 2) * Long.BYTES))
                        .expand("""
                                } $table;

                                P2F_STATIC_ASSERT(sizeof($table) == $size, "$table has another size");

                                """))
                .toString();
    }
}
