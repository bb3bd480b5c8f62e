package dev.proto2ffi.cli;

import java.util.Locale;

/** How the outcome of a comparison is written. */
enum DiffFormat {
    TEXT,
    JSON,
    MARKDOWN;

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
