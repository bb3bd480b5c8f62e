package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code optional group Name = 1 [options] { … }}: a field and its message in one.
 *
 * @param keyword the word {@code group}
 */
public record GroupNode(
        Span span,
        @Nullable Label label,
        Span keyword,
        Ident name,
        IntLiteral number,
        @Nullable CompactOptions options,
        Body body)
        implements Declaration {}
