package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/** {@code service S { … }}. */
public record ServiceNode(Span span, Ident name, Body body) implements Declaration {}
