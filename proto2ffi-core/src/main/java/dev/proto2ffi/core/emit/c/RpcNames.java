package dev.proto2ffi.core.emit.c;

import org.jspecify.annotations.Nullable;

/**
 * All names that one rpc brings into a header.
 *
 * @param function the exported function
 * @param member the function's pointer in the table of the service
 * @param send inline function that gives an item to the client; null where the rpc doesn't stream
 * @param batch null where the rpc has no batch form
 */
record RpcNames(
        String function,
        String member,
        @Nullable String send,
        @Nullable Batch batch) {
    /**
     * @param function the exported function
     * @param member the function's pointer in the table of the service
     * @param macros of the function's definition
     */
    record Batch(String function, String member, ServiceMacros.Batch macros) {}
}
