package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/** {@code NAME = -1 [options];}. */
public record EnumValueNode(
        Span span, Ident name, IntLiteral number, @Nullable CompactOptions options) implements Declaration {}
