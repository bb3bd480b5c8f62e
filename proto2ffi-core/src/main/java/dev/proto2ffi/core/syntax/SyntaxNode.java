package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;

/**
 * {@code syntax = "proto3";} or {@code edition = "2023";}.
 *
 * @param edition whether the keyword was {@code edition}
 */
public record SyntaxNode(Span span, boolean edition, StringLiteral value) implements Node {}
