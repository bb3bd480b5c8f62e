package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.ServiceDef;
import org.jspecify.annotations.Nullable;

/**
 * A service as text, for people and for fingerprints. The grammar is documented in {@code docs/layout.md}:
 *
 * <pre>
 * service calc.Calculator
 *   Add calc.BinaryOp returns calc.Result critical batch
 *   History calc.Query returns stream calc.Result
 *   Reset () returns ()
 * </pre>
 */
final class ServiceText {
    private ServiceText() {}

    /** The text of one service, ended by a newline. */
    static String of(ServiceDef service) {
        StringBuilder out = new StringBuilder();
        out.append("service ").append(service.fullName()).append('\n');
        service.rpcs().forEach(rpc -> line(rpc, out));
        return out.toString();
    }

    private static void line(RpcDef rpc, StringBuilder out) {
        out.append("  ").append(rpc.name()).append(' ').append(message(rpc.request()));
        out.append(" returns ").append(rpc.serverStreaming() ? "stream " : "").append(message(rpc.response()));
        out.append(rpc.critical() ? " critical" : "");
        out.append(rpc.batch() ? " batch" : "");
        out.append('\n');
    }

    private static String message(@Nullable String struct) {
        return struct == null ? "()" : struct;
    }
}
