package dev.proto2ffi.core.model.wire;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A field.
 *
 * @param packed whether its elements are written behind each other without tags of their own
 * @param oneof name of the oneof that it is a member of, or null
 * @param jsonName as written in JSON
 * @param defaultValue as written in descriptors where the schema gives one, else null
 * @param span its name in its declaration
 * @param typeSpan its type there
 * @param numberSpan its number there
 */
public record WireField(
        int number,
        String name,
        WireType type,
        Cardinality cardinality,
        boolean packed,
        @Nullable String oneof,
        String jsonName,
        @Nullable String defaultValue,
        Span span,
        Span typeSpan,
        Span numberSpan) {
    /** How often a field stands in a message, and whether its absence is told from its default. */
    public enum Cardinality {
        /** At most once; a value that equals the default isn't written. */
        IMPLICIT,
        /** At most once, and whether it is there is known. */
        EXPLICIT,
        /** Exactly once. */
        REQUIRED,
        /** Any number of times; maps too. */
        REPEATED
    }

    /** The JSON name that a field has unless the schema gives another. */
    public static String defaultJsonName(String name) {
        StringBuilder out = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                out.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
                upper = false;
            }
        }
        return out.toString();
    }
}
