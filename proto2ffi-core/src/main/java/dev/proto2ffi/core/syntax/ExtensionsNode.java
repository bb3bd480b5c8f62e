package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code extensions 100 to 199, 300 to max [options];}. */
public record ExtensionsNode(
        Span span, List<NumberRange> ranges, @Nullable CompactOptions options) implements Declaration {
    public ExtensionsNode {
        ranges = List.copyOf(ranges);
    }
}
