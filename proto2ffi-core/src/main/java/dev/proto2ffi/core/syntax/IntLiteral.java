package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/**
 * An integer in decimal, octal or hexadecimal.
 *
 * @param negative whether a minus stands before it; the span has it
 * @param magnitude absolute value, as unsigned 64 bits; decimal literals beyond that are {@link FloatLiteral}s
 */
public record IntLiteral(Span span, boolean negative, long magnitude) implements OptionValue {}
