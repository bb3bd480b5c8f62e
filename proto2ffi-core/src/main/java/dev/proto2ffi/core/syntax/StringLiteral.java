package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One or more adjacent string literals, joined, escapes resolved.
 *
 * @param parts the span of each literal
 * @param bytes what they denote; a string literal may denote bytes that aren't UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy for each read would buy nothing
public record StringLiteral(Span span, List<Span> parts, byte[] bytes) implements OptionValue {
    public StringLiteral {
        parts = List.copyOf(parts);
    }

    /** The bytes as UTF-8; malformed input becomes U+FFFD. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
