package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/** A message in text format: {@code { a: 1 b { c: "d" } [x.y.ext]: 2 }}; the span has the braces (or angle brackets). */
public record MessageLiteral(Span span, List<Entry> entries) implements OptionValue {
    public MessageLiteral {
        entries = List.copyOf(entries);
    }

    /**
     * One {@code name: value}.
     *
     * @param name the field's name; for {@link Kind#EXTENSION} and {@link Kind#ANY} what stands in the brackets
     * @param nameSpan with the brackets
     */
    public record Entry(Span span, Kind kind, Span nameSpan, String name, OptionValue value) implements Node {}

    /** How an entry names its field. */
    public enum Kind {
        FIELD,
        /** {@code [a.b.ext]}. */
        EXTENSION,
        /** {@code [type.googleapis.com/a.b.Message]}, the expanded form of Any. */
        ANY
    }
}
