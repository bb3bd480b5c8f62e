package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import org.jspecify.annotations.Nullable;

/**
 * One member of a struct, as a C programmer would write it down.
 *
 * @param name unique in its struct; members that the mapping adds have had underscores appended until they were free.
 *     Keywords of a target language are that target's concern
 * @param field the field it stores or counts; null for presence words and the filler of an empty message
 * @param offset in bytes from the start of the struct
 * @param size in bytes
 * @param align in bytes
 */
public record Member(String name, Kind kind, @Nullable FieldDef field, int offset, int size, int align) {
    /** What a member is for. */
    public enum Kind {
        /** {@code uint32_t p2f_has[]}: one bit for each field with presence. */
        PRESENCE,
        /** {@code uint32_t f_count}, the number of elements in use of a bounded repeated field. */
        COUNT,
        /** The data of a field. */
        DATA,
        /** {@code uint8_t p2f_empty}, for C has no empty structs. */
        EMPTY
    }

    /** The field of a member that has one. */
    public FieldDef requireField() {
        if (field == null) {
            throw new IllegalStateException(name + " belongs to no field");
        }
        return field;
    }

    /** Offset behind the last byte. */
    public int end() {
        return offset + size;
    }
}
