package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/** A floating-point number, its sign applied. */
public record FloatLiteral(Span span, double value) implements OptionValue {}
