package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/** {@code oneof o { … }}. */
public record OneofNode(Span span, Ident name, Body body) implements Declaration {}
