package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * What differs between strings and bytes, the types whose stored form isn't valid for all bytes.
 *
 * @param bound bytes of storage
 */
record CheckedType(boolean isText, int bound) {
    /** Null for types that are valid whatever their bytes. */
    static @Nullable CheckedType of(FieldType type) {
        if (type instanceof FieldType.BoundedString text) {
            return new CheckedType(true, text.maxSize());
        }
        if (type instanceof FieldType.BoundedBytes bytes) {
            return new CheckedType(false, bytes.maxSize());
        }
        return null;
    }

    /** What users see. */
    String view() {
        return isText ? "&str" : "&[u8]";
    }

    /** A call that reads {@code place}, a result of {@link #view()}. */
    String read(String support, String place, String field) {
        return isText ? support + "::text(&" + place + ", " + field + ")" : place + ".get(" + field + ")";
    }

    /** A call that writes {@code value} to {@code place}, a result of nothing. */
    String write(String support, String place, String field) {
        return isText
                ? support + "::set_text(&mut " + place + ", value, " + field + ")"
                : place + ".put(value, " + field + ")";
    }

    /** What can go wrong on reading, as links for the documentation. */
    String readErrors(String support) {
        return isText
                ? errors(support, "Unterminated") + " and " + errors(support, "NotUtf8")
                : errors(support, "BadCount");
    }

    /** What can go wrong on writing, as links for the documentation. */
    String writeErrors(String support) {
        return isText
                ? errors(support, "TooLong") + " and " + errors(support, "ContainsNul")
                : errors(support, "TooLong");
    }

    static String errors(String support, String variant) {
        return "[`Error::" + variant + "`](" + support + "::Error::" + variant + ")";
    }
}
