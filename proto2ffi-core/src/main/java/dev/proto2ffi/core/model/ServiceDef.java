package dev.proto2ffi.core.model;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/**
 * A service that calls are generated for.
 *
 * @param fullName protobuf's full name, such as {@code calc.Calculator}
 * @param name as in the schema
 * @param file import name of the file that declares it
 * @param rpcs in declaration order, without those that the schema leaves out; at least one
 * @param span the service's name in its declaration
 */
public record ServiceDef(
        String fullName,
        String name,
        String file,
        List<RpcDef> rpcs,
        Comments comments,
        boolean deprecated,
        Span span) {
    public ServiceDef {
        rpcs = List.copyOf(rpcs);
    }
}
