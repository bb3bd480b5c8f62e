package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.proto2ffi.core.model.RpcDef;
import java.util.ArrayList;
import java.util.List;

/** Javadoc of an rpc's methods: meaning, C function, messages, errors. */
final class RpcDocs {
    private static final String CRITICAL =
            " Critical: it is short, never blocks and never calls back, since the garbage collector waits for it.";

    private final RpcScope scope;
    private final RpcDef rpc;
    private final ServiceVariables variables;
    private final CodeBlock.Builder out = CodeBlock.builder();

    private RpcDocs(RpcScope scope) {
        this.scope = scope;
        this.rpc = scope.rpc();
        this.variables = scope.variables();
    }

    /** Of the method. */
    static CodeBlock call(RpcScope scope) {
        return new RpcDocs(scope).single();
    }

    /** Of the method for arrays. */
    static CodeBlock batch(RpcScope scope) {
        return new RpcDocs(scope).array();
    }

    private CodeBlock single() {
        out.add(Docs.commented(
                rpc.comments(),
                "{@code " + declaration() + "}; in C {@code " + scope.symbol() + "}."
                        + (rpc.critical() ? CRITICAL : "")));
        out.add("\n");
        if (rpc.request() != null) {
            out.add("@param $L what is asked\n", variables.request());
        }
        if (rpc.serverStreaming()) {
            out.add("@param $L $L\n", variables.items(), items());
        } else if (rpc.response() != null) {
            String apart = rpc.request() == null ? "" : "; shares no memory with the request";
            out.add("@param $L takes the answer$L\n", variables.response(), apart);
        }
        addAllocator();
        return failure("the call fails").build();
    }

    private String declaration() {
        List<String> returned = new ArrayList<>();
        if (rpc.serverStreaming()) {
            returned.add("stream");
        }
        if (rpc.response() != null) {
            returned.add(rpc.response());
        }
        return "rpc " + rpc.name() + "(" + (rpc.request() == null ? "" : rpc.request()) + ") returns ("
                + String.join(" ", returned) + ")";
    }

    private String items() {
        return rpc.response() == null
                ? "is run for each item, during the call; what it throws ends the stream"
                : "takes each item, during the call; the view is valid until it returns, and what it throws ends the"
                        + " stream";
    }

    private CodeBlock array() {
        out.add(
                "Many calls of {@link #$N} as one; in C {@code $L}.",
                scope.names().method(),
                scope.batchSymbol());
        out.add(" The first that fails ends them; those before it were answered.\n\n");
        if (rpc.request() != null) {
            out.add("@param $L what is asked\n", variables.requests());
        }
        if (rpc.response() != null) {
            out.add("@param $L take the answers\n", variables.responses());
        }
        if (rpc.request() == null && rpc.response() == null) {
            out.add("@param $L number of calls\n", variables.count());
        }
        addAllocator();
        if (rpc.request() != null && rpc.response() != null) {
            out.add("@throws $T if there are more or fewer responses than requests\n", IllegalArgumentException.class);
        }
        return failure("a call fails; its {@code index()} says which").build();
    }

    private void addAllocator() {
        if (scope.takesAllocator()) {
            out.add(
                    "@param $L gives the memory that the response points to, which must live as long as that is used\n",
                    variables.allocator());
        }
    }

    private CodeBlock.Builder failure(String when) {
        return out.add("@throws $T if $L\n", Types.NATIVE_CALL_EXCEPTION, when);
    }
}
