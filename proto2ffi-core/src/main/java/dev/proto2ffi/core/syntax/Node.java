package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/** A piece of the syntax tree; the span covers all of its tokens, from the first to the last. */
public interface Node {
    Span span();
}
