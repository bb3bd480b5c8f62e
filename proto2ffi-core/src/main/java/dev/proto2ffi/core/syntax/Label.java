package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/** {@code optional}, {@code required} or {@code repeated} before a field. */
public record Label(Span span, Kind kind) implements Node {
    /** The word. */
    public enum Kind {
        OPTIONAL,
        REQUIRED,
        REPEATED
    }
}
