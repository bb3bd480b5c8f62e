package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code 1}, {@code 2 to 5} or {@code 7 to max}, both ends inclusive.
 *
 * @param last the literal behind {@code to}; null for a single number and for {@code max}
 * @param max the word {@code max}, or null
 */
public record NumberRange(
        Span span,
        IntLiteral first,
        @Nullable IntLiteral last,
        @Nullable Span max) implements Node {}
