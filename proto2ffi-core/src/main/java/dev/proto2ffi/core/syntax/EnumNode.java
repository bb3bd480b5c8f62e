package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code enum E { … }}.
 *
 * @param visibilitySpan the word {@code export} or {@code local}; null where there is none
 */
public record EnumNode(
        Span span, Visibility visibility, @Nullable Span visibilitySpan, Ident name, Body body)
        implements Declaration {}
