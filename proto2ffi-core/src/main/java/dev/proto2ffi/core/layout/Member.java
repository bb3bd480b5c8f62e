package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.OneofDef;
import org.jspecify.annotations.Nullable;

/**
 * One member of a struct or of a oneof's union, as a C programmer would write it down.
 *
 * @param name unique among its siblings; members that the mapping adds have had underscores appended until they were
 *     free. Keywords of a target language are that target's concern
 * @param field the field it stores or counts, null for others
 * @param oneof the oneof whose case or union it is, null for others, the union's own members among them
 * @param offset in bytes from the start of the struct, also where it stands in a union
 * @param size in bytes
 * @param align in bytes
 */
public record Member(
        String name,
        Kind kind,
        @Nullable FieldDef field,
        @Nullable OneofDef oneof,
        int offset,
        int size,
        int align) {
    /** What a member is for. */
    public enum Kind {
        /** {@code uint32_t p2f_has[]}: one bit for each field with presence. */
        PRESENCE,
        /** {@code uint32_t f_count}, the number of elements in use of a bounded repeated or map field. */
        COUNT,
        /** The data of a field. */
        DATA,
        /** {@code int32_t o_case}, the number of the field that a oneof holds, 0 for none. */
        CASE,
        /** {@code union { ... } o}, the data of the field that a oneof holds. */
        UNION,
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

    /** The oneof of a case or union. */
    public OneofDef requireOneof() {
        if (oneof == null) {
            throw new IllegalStateException(name + " belongs to no oneof");
        }
        return oneof;
    }

    /** How its bits are stored, as canonical texts say it, such as {@code char[32]}. */
    public String canonicalType() {
        return CanonicalText.type(this);
    }

    /** Offset behind the last byte. */
    public int end() {
        return offset + size;
    }
}
