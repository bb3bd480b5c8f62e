package dev.proto2ffi.core.model.wire;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/**
 * An enum.
 *
 * @param closed whether readers put unknown numbers aside
 * @param values in declaration order, at least one
 * @param span its name in its declaration
 */
public record WireEnum(
        String fullName,
        boolean closed,
        List<Value> values,
        List<WireRange> reserved,
        List<String> reservedNames,
        Span span) {
    public WireEnum {
        values = List.copyOf(values);
        reserved = List.copyOf(reserved);
        reservedNames = List.copyOf(reservedNames);
    }

    /**
     * A constant.
     *
     * @param span its name in its declaration
     * @param numberSpan its number there
     */
    public record Value(String name, int number, Span span, Span numberSpan) {}
}
