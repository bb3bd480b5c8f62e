package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.option.SchemaOption;
import dev.proto2ffi.core.source.Span;
import java.util.List;

/** Storage widths that {@code int_size} asks for. */
final class Widths {
    private Widths() {}

    /**
     * The width in bytes.
     *
     * @param natural what it is where the option isn't set
     */
    static int of(Options options, SchemaOption option, int natural) {
        String word = options.word(option);
        if (word == null) {
            return natural;
        }
        return switch (word) {
            case "IS_8" -> 1;
            case "IS_16" -> 2;
            case "IS_32" -> 4;
            case "IS_64" -> 8;
            default -> natural;
        };
    }

    /** Reports a signed width that doesn't hold every value of an enum. */
    static void checkHolds(int bytes, List<EnumValueDef> values, Span option, String name, Diagnostics diagnostics) {
        int bits = bytes * Byte.SIZE;
        for (EnumValueDef value : values) {
            if (bits < Integer.SIZE
                    && value.number() != value.number() << (Integer.SIZE - bits) >> (Integer.SIZE - bits)) {
                diagnostics.add(Diagnostic.error(
                                "value-too-wide",
                                option,
                                "IS_" + bits + " holds " + -(1L << (bits - 1)) + " to " + ((1L << (bits - 1)) - 1)
                                        + ", but " + value.name() + " of enum " + name + " is " + value.number())
                        .withLabel(value.span(), "the value")
                        .withHelp("use IS_" + (fitsShort(values) ? 16 : 32)));
                return;
            }
        }
    }

    private static boolean fitsShort(List<EnumValueDef> values) {
        return values.stream().allMatch(value -> value.number() == (short) value.number());
    }
}
