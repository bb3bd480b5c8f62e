package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/**
 * A type as written, in a field, map or method: a scalar's word or a name, perhaps dotted, perhaps with a leading dot.
 *
 * @param scalar whether the text is one of the fifteen scalar keywords
 */
public record TypeName(Span span, String text, boolean scalar) implements Node {}
