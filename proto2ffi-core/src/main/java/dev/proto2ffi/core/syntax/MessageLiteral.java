package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in text format: {@code { a: 1 b { c: "d" } [x.y.ext]: 2 }}.
 *
 * @param span with the braces or angle brackets
 * @param flaw why the text between the braces is no text format, null where it is; only the outermost literal, then
 *     without entries, has one. It isn't yet reported: the reference compiler looks at the text only when it interprets
 *     the option, so whoever does that reports it.
 */
public record MessageLiteral(
        Span span, List<Entry> entries, @Nullable Diagnostic flaw) implements OptionValue {
    public MessageLiteral {
        entries = List.copyOf(entries);
    }

    /**
     * One {@code name: value}.
     *
     * @param name the field's name; for {@link Kind#EXTENSION} and {@link Kind#ANY} what stands in the brackets
     * @param nameSpan with the brackets
     * @param colon whether there is one; only a message and a list of messages may go without
     */
    public record Entry(Span span, Kind kind, Span nameSpan, String name, boolean colon, OptionValue value)
            implements Node {}

    /** How an entry names its field. */
    public enum Kind {
        FIELD,
        /** {@code [a.b.ext]}. */
        EXTENSION,
        /** {@code [type.googleapis.com/a.b.Message]}, the expanded form of Any. */
        ANY
    }
}
