package dev.proto2ffi.cli;

import java.util.Locale;

/** How diagnostics are written. */
enum ErrorFormat {
    TEXT,
    JSON;

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
