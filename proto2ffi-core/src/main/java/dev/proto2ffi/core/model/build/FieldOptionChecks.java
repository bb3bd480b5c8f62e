package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.option.FieldKind;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.SchemaOption;

/** Reports options that make no sense on the field on which they stand. */
final class FieldOptionChecks {
    private FieldOptionChecks() {}

    /** @param field of any kind, the key or value of a map too */
    static void check(FieldKind field, Options options, Diagnostics diagnostics) {
        for (SchemaOption option : SchemaOption.of(OptionTarget.FIELD)) {
            if (options.isSet(option) && !option.place().allows(field)) {
                diagnostics.add(Diagnostic.error(
                                "misplaced-option",
                                options.span(option),
                                option.place().complaint(option.word(), field))
                        .withHelp(option.place().help(option.word(), field)));
            }
        }
    }
}
