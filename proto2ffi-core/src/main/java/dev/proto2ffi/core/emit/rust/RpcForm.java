package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.RpcDef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call: an rpc, or the batch of it. What its function takes, in Rust and in C.
 *
 * @param batch whether it is for arrays
 */
record RpcForm(ServiceView view, RpcDef rpc, boolean batch) {
    /** A parameter of a function. */
    record Parameter(String name, String type) {
        @Override
        public String toString() {
            return name + ": " + type;
        }
    }

    /** The calls of a service in the order of its table. */
    static List<RpcForm> all(ServiceView view) {
        return view.service().rpcs().stream()
                .flatMap(rpc -> Stream.of(new RpcForm(view, rpc, false), new RpcForm(view, rpc, true)))
                .filter(form -> form.rpc.batch() || !form.batch)
                .toList();
    }

    /** The same call for code that stands elsewhere. */
    RpcForm seenFrom(ServiceView other) {
        return new RpcForm(other, rpc, batch);
    }

    /** The method, and every function of it. */
    String name() {
        return batch ? view.own().batch(rpc) : view.own().method(rpc);
    }

    /** C's name of the exported function. */
    String symbol() {
        return batch ? view.symbols().batch(rpc) : view.symbols().call(rpc);
    }

    boolean hasRequest() {
        return rpc.request() != null;
    }

    /** Whether there is memory for a response, which a stream doesn't have. */
    boolean hasResponse() {
        return rpc.response() != null && !rpc.serverStreaming();
    }

    /** Whether what the response points to comes from an allocator. */
    boolean hasArena() {
        String response = rpc.response();
        return hasResponse() && response != null && !view.isFlat(response);
    }

    /** Whether a batch says how many there are by nothing but a number. */
    boolean isCounted() {
        return batch && !hasRequest() && !hasResponse();
    }

    String requestName() {
        return batch ? "requests" : "request";
    }

    String responseName() {
        return batch ? "responses" : "response";
    }

    /** What the method fails with. */
    String error() {
        return batch ? "BatchError" : "CallError";
    }

    /** The type of a stream's items. */
    String item() {
        String response = rpc.response();
        return response == null ? "()" : view.structType(response, "'static");
    }

    /** What the trait's method takes behind {@code self}. */
    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        String request = rpc.request();
        String response = rpc.response();
        if (request != null) {
            all.add(new Parameter(requestName(), "&" + many(view.structType(request, "'_"))));
        }
        if (rpc.serverStreaming()) {
            all.add(new Parameter("stream", "&mut " + view.support("Stream<'_, " + item() + ">")));
        } else if (response != null) {
            all.add(new Parameter(responseName(), "&mut " + many(view.structType(response, "'a"))));
        }
        if (isCounted()) {
            all.add(new Parameter("count", "usize"));
        }
        if (hasArena()) {
            all.add(new Parameter("arena", "&" + view.support("Arena<'a>")));
        }
        return all;
    }

    private String many(String type) {
        return batch ? "[" + type + "]" : type;
    }

    /** The method as the trait declares it. */
    String signature() {
        return "fn " + name() + (hasArena() ? "<'a>" : "") + "(&self"
                + parameters().stream().map(parameter -> ", " + parameter).collect(Collectors.joining()) + ") -> "
                + view.result(error());
    }

    /** What C's function takes, but for the table's {@code self}. */
    List<Parameter> rawParameters() {
        List<Parameter> all = new ArrayList<>();
        String request = rpc.request();
        String response = rpc.response();
        if (request != null) {
            all.add(new Parameter(requestName(), "*const " + view.structType(request, "'_")));
        }
        if (rpc.serverStreaming()) {
            all.add(new Parameter("stream", "*mut " + view.support("RawStream")));
        } else if (response != null) {
            all.add(new Parameter(responseName(), "*mut " + view.structType(response, "'_")));
        }
        if (batch) {
            all.add(new Parameter("count", "u64"));
        }
        if (hasArena()) {
            all.add(new Parameter("allocator", "*mut " + view.support("Allocator")));
        }
        all.add(new Parameter("error", "*mut " + view.support("ErrorRecord")));
        return all;
    }

    /** The rpc as the schema has it. */
    String declaration() {
        String request = rpc.request();
        String response = rpc.response();
        return "rpc " + rpc.name() + "(" + (request == null ? "" : request) + ") returns ("
                + ((rpc.serverStreaming() ? "stream " : "") + (response == null ? "" : response)).strip() + ")";
    }
}
