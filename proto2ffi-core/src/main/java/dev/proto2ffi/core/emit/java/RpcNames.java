package dev.proto2ffi.core.emit.java;

import org.jspecify.annotations.Nullable;

/**
 * The settled names of an rpc.
 *
 * @param method of the interface
 * @param batch the method for arrays; null where the rpc has none
 * @param function the client's component for the native function
 * @param batchFunction that for arrays; null where the rpc has none
 */
record RpcNames(
        String method,
        @Nullable String batch,
        String function,
        @Nullable String batchFunction) {}
