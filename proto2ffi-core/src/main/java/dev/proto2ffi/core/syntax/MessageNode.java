package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code message M { … }}.
 *
 * @param span from the keyword on; the visibility stands before it, as descriptors count it
 * @param visibilitySpan the word {@code export} or {@code local}; null where there is none
 */
public record MessageNode(
        Span span, Visibility visibility, @Nullable Span visibilitySpan, Ident name, Body body)
        implements Declaration {}
