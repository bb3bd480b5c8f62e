package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/** A bracketed list of options behind a field, an enum value or an extension range; the span has the brackets. */
public record CompactOptions(Span span, List<OptionNode> options) implements Node {
    public CompactOptions {
        options = List.copyOf(options);
    }
}
