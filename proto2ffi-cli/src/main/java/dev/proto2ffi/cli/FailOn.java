package dev.proto2ffi.cli;

import dev.proto2ffi.core.diagnostic.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which findings make a comparison fail. */
enum FailOn {
    ERROR(Severity.ERROR),
    WARNING(Severity.WARNING),
    NOTE(Severity.NOTE),
    NEVER(null);

    private final @Nullable Severity severity;

    FailOn(@Nullable Severity severity) {
        this.severity = severity;
    }

    @Nullable Severity severity() {
        return severity;
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
