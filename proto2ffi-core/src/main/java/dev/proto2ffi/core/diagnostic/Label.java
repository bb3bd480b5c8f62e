package dev.proto2ffi.core.diagnostic;

import dev.proto2ffi.core.source.Span;

/** A second place that explains a diagnostic, such as the declaration that a duplicate repeats. */
public record Label(Span span, String text) {}
