package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code import public "a.proto";}.
 *
 * @param modifierSpan the word {@code public}, {@code weak} or {@code option}, null for a plain import
 */
public record ImportNode(Span span, Kind kind, @Nullable Span modifierSpan, StringLiteral path) implements Declaration {
    /** What an import brings in. */
    public enum Kind {
        PLAIN,
        PUBLIC,
        WEAK,
        OPTION
    }
}
