package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.RpcDef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an rpc's function takes, in the order in which all languages pass it. Messages without fields are left out.
 *
 * @param parameters C declarations
 */
record Signature(List<String> parameters) {
    /** Columns, those of a semicolon or brace and of a macro's backslash included. */
    private static final int WIDTH = 116;

    Signature {
        parameters = List.copyOf(parameters);
    }

    /** Of the function for one request. */
    static Signature call(RpcDef rpc, SchemaLayout layout, CNames names) {
        List<String> parameters = new ArrayList<>();
        add("const ", rpc.request(), "request", names, parameters);
        if (rpc.serverStreaming()) {
            parameters.add("p2f_stream *stream");
        } else {
            add("", rpc.response(), "response", names, parameters);
        }
        return new Signature(end(rpc, layout, parameters));
    }

    /** Of the function for an array of requests. */
    static Signature batch(RpcDef rpc, SchemaLayout layout, CNames names) {
        List<String> parameters = new ArrayList<>();
        add("const ", rpc.request(), "requests", names, parameters);
        add("", rpc.response(), "responses", names, parameters);
        parameters.add("uint64_t count");
        return new Signature(end(rpc, layout, parameters));
    }

    /** Whether the server needs memory for what the response points to; the items of a stream are its own. */
    static boolean takesAllocator(RpcDef rpc, SchemaLayout layout) {
        return !rpc.serverStreaming()
                && rpc.response() != null
                && !layout.struct(rpc.response()).flat();
    }

    private static void add(
            String qualifier, @Nullable String struct, String name, CNames names, List<String> parameters) {
        if (struct != null) {
            parameters.add(qualifier + names.struct(struct).type() + " *" + name);
        }
    }

    private static List<String> end(RpcDef rpc, SchemaLayout layout, List<String> parameters) {
        if (takesAllocator(rpc, layout)) {
            parameters.add("p2f_allocator *allocator");
        }
        parameters.add("p2f_error *error");
        return parameters;
    }

    /** The same, behind the first argument of a function in a table. */
    Signature behindSelf() {
        List<String> all = new ArrayList<>(List.of("void *self"));
        all.addAll(parameters);
        return new Signature(all);
    }

    /**
     * A declaration without what ends it.
     *
     * @param function what stands before the parameters: {@code int32_t calc_Calculator_Add}
     */
    String declare(String indent, String function) {
        String head = indent + function + "(";
        String end = ") P2F_NOEXCEPT";
        String line = head + String.join(", ", parameters) + end;
        if (line.length() < WIDTH) {
            return line;
        }
        String inner = "\n" + indent + "        ";
        String folded = inner + String.join(", ", parameters) + end;
        return head + (folded.length() < WIDTH ? folded : inner + String.join("," + inner, parameters) + end);
    }
}
