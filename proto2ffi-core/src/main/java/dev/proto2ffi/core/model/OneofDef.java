package dev.proto2ffi.core.model;

import dev.proto2ffi.core.source.Span;

/**
 * A oneof: a tagged union of the fields whose {@link FieldDef#oneof()} names it. {@link StructDef#membersOf} lists them.
 *
 * @param name as in the schema
 */
public record OneofDef(String name, Comments comments, Span span) {}
