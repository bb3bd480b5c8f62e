package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/** A name as written: one identifier, or where the grammar allows it a dotted one, perhaps with a leading dot. */
public record Ident(Span span, String text) implements Node {}
