package dev.proto2ffi.core.link;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where the things that a file's descriptors describe stand in its text. Descriptors of other files, and what has no place
 * of its own, are answered with the start of this file.
 */
public interface Spans {
    /** The whole declaration. */
    Span of(GenericDescriptor descriptor);

    /** Its name; for a file, its package statement or its start. */
    Span name(GenericDescriptor descriptor);

    /** The type as written: a scalar's word, a name, {@code group}, or {@code map<…>}. */
    Span type(FieldDescriptor field);

    /** The field number; for the two fields of a map entry, their types. */
    Span number(FieldDescriptor field);

    /** The value's number. */
    Span number(EnumValueDescriptor value);

    /** The request's type. */
    Span input(MethodDescriptor method);

    /** The response's type. */
    Span output(MethodDescriptor method);

    /** The default value as written; null where there is none. */
    @Nullable Span defaultValue(FieldDescriptor field);

    /**
     * The value of an option as written, also where it is set inside a message value.
     *
     * @param path fields by name and extensions by full name, joined by dots: {@code deprecated},
     *     {@code proto2ffi.field.max_size}
     * @return null where the option isn't written on this declaration; the first where it is written more than once
     */
    @Nullable Span option(GenericDescriptor descriptor, String path);

    /** The name of an option as written; for one inside a message value, the field's name there. */
    @Nullable Span optionName(GenericDescriptor descriptor, String path);
}
