package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;

/** Reports what a packed struct can't hold: pointers and whatever needs an alignment, for nothing in it is aligned. */
final class PackedChecks {
    private final Schema schema;
    private final Diagnostics diagnostics;

    private PackedChecks(Schema schema, Diagnostics diagnostics) {
        this.schema = schema;
        this.diagnostics = diagnostics;
    }

    static void check(Schema schema, Diagnostics diagnostics) {
        PackedChecks checks = new PackedChecks(schema, diagnostics);
        for (StructDef struct : schema.structs()) {
            if (struct.packed()) {
                struct.fields().forEach(field -> checks.check(struct, field));
            }
        }
    }

    private void check(StructDef struct, FieldDef field) {
        String held = field.type().inlineStruct();
        if (field.type().hasPointer()) {
            reject(struct, field, "is stored as a pointer", advice(field.type()));
        } else if (field.align() > 1) {
            reject(struct, field, "asks for an alignment of " + field.align(), "remove align, or packed");
        } else if (field.atomic()) {
            reject(struct, field, "is atomic", "remove atomic, or packed");
        } else if (held != null && !schema.struct(held).packed()) {
            reject(struct, field, "holds " + held + ", which isn't packed", "make " + held + " packed too");
        }
    }

    private static String advice(FieldType type) {
        if (type instanceof FieldType.MessagePointer) {
            return "store the message inline, or remove packed";
        }
        if (type instanceof FieldType.UnboundedRepeated) {
            return "give it a bound, such as max_count = 16, or remove packed";
        }
        return "give it a bound, such as max_size = 64, or remove packed";
    }

    private void reject(StructDef struct, FieldDef field, String why, String help) {
        diagnostics.add(Diagnostic.error(
                        "not-packable",
                        field.span(),
                        "packed message " + struct.name() + " can't hold " + field.name() + ", which " + why)
                .withLabel(struct.span(), "the packed message")
                .withHelp(help));
    }
}
