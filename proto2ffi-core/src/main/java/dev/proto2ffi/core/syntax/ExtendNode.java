package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/** {@code extend M { … }}. */
public record ExtendNode(Span span, TypeName extendee, Body body) implements Declaration {}
