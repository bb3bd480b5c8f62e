package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/**
 * A word as a value: an enum constant, {@code true}, {@code inf}.
 *
 * @param negative whether a minus stands before it, as in {@code -inf}; the span has it
 */
public record IdentLiteral(Span span, boolean negative, String text) implements OptionValue {}
