package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.ServiceDef;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.source.Span;

/**
 * Refuses what javac would: a class initialiser has at most 64 KiB of code, up to 95 bytes a field and 20 bytes an enum
 * value; a constructor has at most 254 parameters, a record as many components.
 */
final class ClassLimits {
    static final int MAX_FIELDS = 650;
    static final int MAX_VALUES = 3_000;
    static final int MAX_FUNCTIONS = 254;

    private ClassLimits() {}

    static void check(Schema schema, Diagnostics diagnostics) {
        for (StructDef struct : schema.structs()) {
            check(
                    "message " + struct.fullName(),
                    struct.fields().size(),
                    "fields",
                    MAX_FIELDS,
                    struct.span(),
                    diagnostics);
        }
        for (EnumDef enumeration : schema.enums()) {
            int values = enumeration.values().size();
            check("enum " + enumeration.fullName(), values, "values", MAX_VALUES, enumeration.span(), diagnostics);
        }
        for (ServiceDef service : schema.services()) {
            int functions =
                    service.rpcs().stream().mapToInt(rpc -> rpc.batch() ? 2 : 1).sum();
            String what = "service " + service.fullName();
            check(what, functions, "rpcs and batches", MAX_FUNCTIONS, service.span(), diagnostics);
        }
    }

    private static void check(String what, int count, String parts, int limit, Span span, Diagnostics diagnostics) {
        if (count > limit) {
            diagnostics.add(Diagnostic.error(
                            "java-class-too-large",
                            span,
                            what + " has " + count + " " + parts + ", and a Java class has room for " + limit)
                    .withHelp("split it" + (what.startsWith("service") ? "" : " into several nested in one")
                            + ", or generate C and Rust only"));
        }
    }
}
