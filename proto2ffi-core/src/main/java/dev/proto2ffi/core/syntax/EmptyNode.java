package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/** A lone semicolon. */
public record EmptyNode(Span span) implements Declaration {}
