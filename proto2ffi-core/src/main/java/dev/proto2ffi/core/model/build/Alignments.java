package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.option.SchemaOption;

/** Minimum alignments that {@code align} asks for. */
final class Alignments {
    /** A page. */
    private static final int LARGEST = 4096;

    private Alignments() {}

    /** The alignment in bytes, 1 where not asked for, and where an error was reported. */
    static int of(Options options, SchemaOption option, Diagnostics diagnostics) {
        if (!options.isSet(option)) {
            return 1;
        }
        long value = options.number(option);
        if (value >= 1 && value <= LARGEST && Long.bitCount(value) == 1) {
            return (int) value;
        }
        diagnostics.add(Diagnostic.error(
                        "bad-alignment",
                        options.span(option),
                        "align " + value + " is no power of two from 1 to " + LARGEST)
                .withHelp("use a power of two, such as 64 for a cache line"));
        return 1;
    }
}
