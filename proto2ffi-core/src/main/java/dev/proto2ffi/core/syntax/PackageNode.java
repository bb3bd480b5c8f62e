package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/** {@code package a.b;}. */
public record PackageNode(Span span, Ident name) implements Declaration {}
