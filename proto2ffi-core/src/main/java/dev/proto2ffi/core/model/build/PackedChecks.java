package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.model.option.OptionType;
import dev.proto2ffi.core.model.option.SchemaOption;
import java.util.List;

/** Reports what a packed struct can't hold: pointers and whatever needs an alignment, for nothing in it is aligned. */
final class PackedChecks {
    private final Schema schema;
    private final Diagnostics diagnostics;

    private PackedChecks(Schema schema, Diagnostics diagnostics) {
        this.schema = schema;
        this.diagnostics = diagnostics;
    }

    /** Options of fields that have no meaning in a packed message. */
    static final List<SchemaOption> MEANINGLESS =
            List.of(SchemaOption.FIELD_ALIGN, SchemaOption.FIELD_INDIRECT, SchemaOption.FIELD_ATOMIC);

    /** Reports the options that a field of a packed message can't have. */
    static void check(String message, Options options, Diagnostics diagnostics) {
        for (SchemaOption option : MEANINGLESS) {
            if (option.type() == OptionType.FLAG ? options.flag(option) : options.isSet(option)) {
                diagnostics.add(Diagnostic.error(
                                "not-packable",
                                options.span(option),
                                option.word() + " has no meaning in packed message " + message
                                        + ", which has alignment 1 and no pointers")
                        .withHelp("remove " + option.word() + ", or packed"));
            }
        }
    }

    /** Reports what the fields of packed messages hold and can't be packed; all types must be sound. */
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
