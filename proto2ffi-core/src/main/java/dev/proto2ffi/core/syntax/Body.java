package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/** What stands between braces; the span has the braces. */
public record Body(Span span, List<Declaration> declarations) implements Node {
    public Body {
        declarations = List.copyOf(declarations);
    }
}
