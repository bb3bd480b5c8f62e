package dev.proto2ffi.runtime;

import java.util.Map;

/** The functions of a library that serves a service: what its bound client is made of. For generated code only. */
public final class ServiceFunctions {
    private final Map<String, NativeFunction> singles;
    private final Map<String, NativeFunction> batches;

    ServiceFunctions(Map<String, NativeFunction> singles, Map<String, NativeFunction> batches) {
        this.singles = Map.copyOf(singles);
        this.batches = Map.copyOf(batches);
    }

    /** The function of an rpc, by its name in the schema. */
    public NativeFunction single(String rpc) {
        return of(singles, rpc);
    }

    /** The array form of an rpc that has one, by the rpc's name in the schema. */
    public NativeFunction batch(String rpc) {
        return of(batches, rpc);
    }

    private static NativeFunction of(Map<String, NativeFunction> functions, String rpc) {
        NativeFunction function = functions.get(rpc);
        if (function == null) {
            throw new IllegalArgumentException("the service type has no such rpc: " + rpc);
        }
        return function;
    }
}
