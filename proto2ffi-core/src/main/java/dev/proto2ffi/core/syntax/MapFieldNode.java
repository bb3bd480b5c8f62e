package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code map<K, V> name = 1 [options];}.
 *
 * @param label null in any valid file; maps take none, but the grammar lets the linker say so
 * @param type from {@code map} to {@code >}
 */
public record MapFieldNode(
        Span span,
        @Nullable Label label,
        Span type,
        TypeName key,
        TypeName value,
        Ident name,
        IntLiteral number,
        @Nullable CompactOptions options)
        implements Declaration {}
