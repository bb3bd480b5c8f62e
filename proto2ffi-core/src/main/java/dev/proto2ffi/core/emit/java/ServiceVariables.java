package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import java.util.HashSet;
import java.util.Set;

/** The variables of a service's methods. Where a name could be a variable or a type, Java takes the variable. */
record ServiceVariables(
        String request,
        String response,
        String requests,
        String responses,
        String count,
        String items,
        String allocator,
        String server) {
    /** @param types whose names must stay visible */
    static ServiceVariables besides(Set<ClassName> types) {
        Set<String> taken = new HashSet<>();
        types.forEach(type -> taken.addAll(type.simpleNames()));
        Claims claims = new Claims(taken);
        return new ServiceVariables(
                claims.claim("request"),
                claims.claim("response"),
                claims.claim("requests"),
                claims.claim("responses"),
                claims.claim("count"),
                claims.claim("items"),
                claims.claim("allocator"),
                claims.claim("server"));
    }
}
