package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.RpcDef;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a library tells of a service that it serves or takes, and the macros that define it: headers define nothing. */
final class HandshakePrinter {
    private final ServiceLayout layout;
    private final CNames names;
    private final ServiceNames own;
    private final Scope scope;

    HandshakePrinter(ServiceLayout layout, CNames names) {
        this.layout = layout;
        this.names = names;
        this.own = names.service(layout.service().fullName());
        this.scope = Scope.EMPTY
                .with("name", layout.service().fullName())
                .with("table", own.table())
                .with("service", own.symbols().service())
                .with("accept", own.symbols().accept())
                .with("accepts", own.symbols().accepts())
                .with("fingerprint", own.macros().fingerprint())
                .with("describe", own.macros().describe())
                .with("text", own.macros().text().macro())
                .with("EXPORT", own.macros().export())
                .with("ACCEPT", own.macros().accept());
    }

    String print() {
        return declarations() + text() + describe() + export() + accept();
    }

    private String declarations() {
        return scope.expand("""
                /** What a library was built from that serves $name: $EXPORT defines it. */
                extern P2F_EXPORT const p2f_service $service;

                /** What a library was built from that takes servers of $name: $ACCEPT defines it. */
                extern P2F_EXPORT const p2f_service $accepts;

                /** Gives a library a server, whose table it copies: $ACCEPT defines it. */
                P2F_EXPORT int32_t $accept(const $table *server, p2f_error *error) P2F_NOEXCEPT;

                """);
    }

    /** A macro, so that a program that only calls doesn't carry it. */
    private String text() {
        TextLiteral text = new TextLiteral(layout.text());
        TextNames ofText = own.macros().text();
        return text.fits()
                ? Macro.define(ofText.macro(), text.literals())
                : text.array(ofText.array()) + Macro.define(ofText.macro(), ofText.array());
    }

    private String describe() {
        List<StructLayout> structs = layout.structs();
        String layouts = structs.stream()
                .map(struct -> names.layoutText(struct.struct().fullName()).macro())
                .collect(Collectors.joining(",\n"));
        Scope described = scope.with("count", structs.size()).with("structs", layouts);
        return "\n"
                + Macro.define(
                        own.macros().describe() + "(symbol)",
                        structs.isEmpty() ? described.expand("""
                        const p2f_service symbol = {P2F_SERVICE_ABI, 0, $fingerprint, "$name", $text, NULL}
                        """) : described.expand("""
                        static const p2f_layout symbol##_layouts[] = {
                            $structs};
                        const p2f_service symbol = {
                            P2F_SERVICE_ABI, $count, $fingerprint, "$name", $text, symbol##_layouts}
                        """));
    }

    private String export() {
        String batches = layout.service().rpcs().stream()
                .filter(RpcDef::batch)
                .map(rpc ->
                        Objects.requireNonNull(own.rpc(rpc).batch()).macros().definition() + "\n")
                .collect(Collectors.joining());
        return """

                /* Stands once in the library that serves, in one source file, outside of functions, with a semicolon behind it. */
                """ + Macro.define(own.macros().export(), batches + scope.expand("$describe($service)"));
    }

    private String accept() {
        return scope.expand("""

                /*
                 * Stands once in the library that takes servers, likewise. It calls
                 * int32_t function(const $table *server, p2f_error *error), which keeps a copy of *server.
                 */
                """) + Macro.define(own.macros().accept() + "(function)", scope.expand("""
                        int32_t $accept(const $table *p2f_table, p2f_error *p2f_why) P2F_NOEXCEPT {
                            int32_t p2f_code = p2f_check_table(p2f_table, $fingerprint,
                                    "the server of $name and this library were built from different schemas", p2f_why);
                            return p2f_code == P2F_OK ? function(p2f_table, p2f_why) : p2f_code;
                        }
                        $describe($accepts)
                        """));
    }
}
