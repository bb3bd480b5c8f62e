package dev.proto2ffi.core.model;

import dev.proto2ffi.core.source.Span;

/**
 * A constant of an enum.
 *
 * @param name as in the schema
 */
public record EnumValueDef(String name, int number, Comments comments, boolean deprecated, Span span) {}
