package dev.proto2ffi.core.model;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A field of a message, with the storage that its type and options give it.
 *
 * @param name as in the schema
 * @param protoType as a reader of the schema knows it: {@code uint64}, {@code repeated string}, {@code social.Point}
 * @param presence whether a presence bit belongs to it
 * @param defaultValue null where the default is zero or empty, and for repeated and message fields
 * @param oneof name of the oneof that it is a member of, or null
 * @param align minimum alignment of its data in bytes, a power of two; 1 where not asked for
 * @param atomic whether acquire, release and compare-and-set access is generated too; then it is an integer or enum of 4
 *     or 8 bytes
 * @param boundSpan where the bound of its storage was written; the field itself where it has none
 */
public record FieldDef(
        String name,
        int number,
        String protoType,
        FieldType type,
        boolean presence,
        @Nullable DefaultValue defaultValue,
        @Nullable String oneof,
        int align,
        boolean atomic,
        Comments comments,
        boolean deprecated,
        Span span,
        Span boundSpan) {}
