package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/** {@code optional T name = 1 [options];} in a message, oneof or extend. */
public record FieldNode(
        Span span,
        @Nullable Label label,
        TypeName type,
        Ident name,
        IntLiteral number,
        @Nullable CompactOptions options)
        implements Declaration {}
