package dev.proto2ffi.core.model;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An rpc of a service. A message without fields says nothing: it is left out of calls.
 *
 * @param name as in the schema
 * @param request full name of the request's struct; null where the message has no fields
 * @param response full name of the response's struct, or of one item of the stream; null where the message has no fields
 * @param serverStreaming whether the server answers with any number of items
 * @param critical whether the call is short, never blocks and never calls back
 * @param batch whether there is also a call for arrays of requests and responses
 * @param span the rpc's name in its declaration
 */
public record RpcDef(
        String name,
        @Nullable String request,
        @Nullable String response,
        boolean serverStreaming,
        boolean critical,
        boolean batch,
        Comments comments,
        boolean deprecated,
        Span span) {}
