package dev.proto2ffi.core.model.rule;

import dev.proto2ffi.core.source.Span;

/**
 * A word of a rule and its value.
 *
 * @param wordSpan where the word was written
 * @param value a {@link Long} (unsigned 32 bits), {@link Boolean} or {@link String}, as the word's type says
 * @param span where the value was written
 */
public record Setting(String word, Span wordSpan, Object value, Span span) {}
