package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/** {@code [1, 2, 3]} inside a message literal; the span has the brackets. */
public record ListLiteral(Span span, List<OptionValue> values) implements OptionValue {
    public ListLiteral {
        values = List.copyOf(values);
    }
}
