package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code rpc M (stream A) returns (B) { option …; }}.
 *
 * @param inputStream the word {@code stream} before the request, or null
 * @param outputStream the word {@code stream} before the response, or null
 * @param body null where the declaration ends in a semicolon
 */
public record MethodNode(
        Span span,
        Ident name,
        @Nullable Span inputStream,
        TypeName input,
        @Nullable Span outputStream,
        TypeName output,
        @Nullable Body body)
        implements Declaration {}
