package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.RpcDef;
import dev.proto2ffi.core.model.ServiceDef;
import java.util.ArrayList;
import java.util.List;

/** What a header has for one rpc. */
final class RpcPrinter {
    private final ServiceDef service;
    private final RpcDef rpc;
    private final SchemaLayout layout;
    private final CNames names;
    private final ServiceNames ofService;
    private final RpcNames own;
    private final Signature call;

    RpcPrinter(ServiceDef service, RpcDef rpc, SchemaLayout layout, CNames names) {
        this.service = service;
        this.rpc = rpc;
        this.layout = layout;
        this.names = names;
        this.ofService = names.service(service.fullName());
        this.own = ofService.rpc(rpc);
        this.call = Signature.call(rpc, layout, names);
    }

    /** The functions that a server defines and a client calls. */
    String functions() {
        StringBuilder out = new StringBuilder();
        out.append(CComment.of("", rpc.comments().text(), summary()));
        out.append(call.declare("", "P2F_EXPORT int32_t " + own.function())).append(";\n\n");
        if (own.send() != null) {
            out.append(send(own.send())).append('\n');
        }
        if (own.batch() != null) {
            out.append(batch(own.batch())).append('\n');
        }
        return out.toString();
    }

    private String summary() {
        StringBuilder out = new StringBuilder("rpc ");
        out.append(service.fullName()).append('.').append(rpc.name());
        out.append(". Returns 0, or the code of an error; `error`, which may be NULL, then says more.");
        if (own.send() != null) {
            out.append("\nThe server gives each item to ").append(own.send());
            out.append(".\nWhen that returns anything but 0, the server returns the same at once.");
        }
        if (Signature.takesAllocator(rpc, layout)) {
            out.append("\nWhat `response` points to comes from `allocator` and belongs to it.");
        }
        if (rpc.critical()) {
            out.append("\nCritical: short, never blocks and never calls back.");
        }
        return out.append(rpc.deprecated() ? "\nDeprecated." : "").toString();
    }

    /** Typed, so that no item of another rpc gets into the stream. */
    private String send(String name) {
        Scope scope = Scope.EMPTY.with("send", name).with("function", own.function());
        if (rpc.response() == null) {
            return scope.expand("""
                    /** Gives an item to the client of $function: 0 for more, anything else is to be returned at once. */
                    static inline int32_t $send(p2f_stream *stream) {
                        return stream->send(stream, NULL);
                    }
                    """);
        }
        return scope.with("type", names.struct(rpc.response()).type()).expand("""
                        /** Gives an item to the client of $function: 0 for more, anything else is to be returned at once. */
                        static inline int32_t $send(p2f_stream *stream, const $type *item) {
                            return stream->send(stream, item);
                        }
                        """);
    }

    private String batch(RpcNames.Batch batch) {
        return CComment.of(
                        "",
                        own.function() + " for each of `count` requests.\n"
                                + "Stops at the first that fails: error->index is its index, those before it are answered.\n"
                                + ofService.macros().export() + " defines it as a loop, unless the program defines\n"
                                + batch.macros().own() + " before it includes this header.")
                + Signature.batch(rpc, layout, names).declare("", "P2F_EXPORT int32_t " + batch.function()) + ";\n";
    }

    /** The members of the table. */
    String members() {
        StringBuilder out = new StringBuilder();
        out.append(call.behindSelf().declare("    ", "int32_t (*" + own.member() + ")"))
                .append(";\n");
        if (own.batch() != null) {
            Signature batch = Signature.batch(rpc, layout, names).behindSelf();
            out.append(batch.declare("    ", "int32_t (*" + own.batch().member() + ")"))
                    .append(";\n");
        }
        return out.toString();
    }

    /** The batch form as a macro, for a header defines no exported function. */
    String batchDefinition() {
        if (own.batch() == null) {
            return "";
        }
        Scope scope = Scope.EMPTY
                .with("own", own.batch().macros().own())
                .with(
                        "head",
                        Signature.batch(rpc, layout, names)
                                .declare("", "int32_t " + own.batch().function()))
                .with("call", own.function() + "(" + String.join(", ", batchArguments()) + ")");
        String definition = Macro.define(own.batch().macros().definition(), scope.expand("""
                $head {
                    for (uint64_t index = 0; index < count; index++) {
                        int32_t code = $call;
                        if (code != P2F_OK) {
                            return p2f_fail_at(error, code, index);
                        }
                    }
                    return P2F_OK;
                }
                """));
        return scope.with("macro", own.batch().macros().definition()).expand("""
                #ifdef $own
                #define $macro
                #else
                """) + definition + "#endif\n\n";
    }

    private List<String> batchArguments() {
        List<String> arguments = new ArrayList<>();
        if (rpc.request() != null) {
            arguments.add("requests + index");
        }
        if (rpc.response() != null) {
            arguments.add("responses + index");
        }
        if (Signature.takesAllocator(rpc, layout)) {
            arguments.add("allocator");
        }
        arguments.add("error");
        return arguments;
    }
}
