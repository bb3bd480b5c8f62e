package dev.proto2ffi.core.model.build;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.option.SchemaOption;
import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bound of a field's storage: its own, or the default of its file.
 *
 * @param value elements or bytes; 0 for no bound
 * @param span where the field's own bound was written; null where it has none
 * @param wished whether the bound is for this field by name, not a default for many
 */
record Bounds(int value, @Nullable Span span, boolean wished) {
    private static final Bounds NONE = new Bounds(0, null, false);

    boolean exists() {
        return value > 0;
    }

    /** Bytes of storage of a string or bytes; null where an error was reported, about the field or its file's default. */
    static @Nullable Bounds size(boolean text, Options options, Options fileOptions, Diagnostics diagnostics) {
        return of(
                SchemaOption.FIELD_MAX_SIZE,
                SchemaOption.FILE_MAX_SIZE,
                options,
                fileOptions,
                text ? "leaves no room for the terminating NUL" : "leaves no room for a byte",
                text
                        ? "give the bytes of storage, NUL included, such as max_size = 64"
                        : "give the bytes of storage, such as max_size = 64",
                diagnostics);
    }

    /** Elements of a repeated or map field; null where an error was reported. */
    static @Nullable Bounds count(Options options, Options fileOptions, Diagnostics diagnostics) {
        return of(
                SchemaOption.FIELD_MAX_COUNT,
                SchemaOption.FILE_MAX_COUNT,
                options,
                fileOptions,
                "leaves no room for an element",
                "give the number of elements, such as max_count = 16",
                diagnostics);
    }

    private static @Nullable Bounds of(
            SchemaOption own,
            SchemaOption fileDefault,
            Options options,
            Options fileOptions,
            String zeroMeans,
            String help,
            Diagnostics diagnostics) {
        if (options.isSet(own)) {
            long value = options.number(own);
            if (isPossible(value)) {
                return new Bounds((int) value, options.span(own), !options.isByWildcard(own));
            }
            diagnostics.add(impossible(value, own, options, zeroMeans, help));
            return null;
        }
        if (!fileOptions.isSet(fileDefault)) {
            return NONE;
        }
        long value = fileOptions.number(fileDefault);
        return isPossible(value) ? new Bounds((int) value, null, false) : null;
    }

    /** Reports the defaults of a file that no field could have. */
    static void checkDefaults(Options fileOptions, Diagnostics diagnostics) {
        for (SchemaOption option : List.of(SchemaOption.FILE_MAX_SIZE, SchemaOption.FILE_MAX_COUNT)) {
            long value = fileOptions.number(option);
            if (fileOptions.isSet(option) && !isPossible(value)) {
                diagnostics.add(impossible(
                        value,
                        option,
                        fileOptions,
                        "leaves no room for anything",
                        "give a bound of 1 or more, or remove the option"));
            }
        }
    }

    private static boolean isPossible(long bound) {
        return bound > 0 && bound <= Integer.MAX_VALUE;
    }

    private static Diagnostic impossible(
            long value, SchemaOption option, Options source, String zeroMeans, String help) {
        return value == 0
                ? Diagnostic.error("bound-of-zero", source.span(option), option.word() + " 0 " + zeroMeans)
                        .withHelp(help)
                : Diagnostic.error(
                                "struct-too-large",
                                source.span(option),
                                option.word() + " " + value
                                        + " is more than the 2147483647 bytes that a struct may have")
                        .withHelp(help);
    }
}
