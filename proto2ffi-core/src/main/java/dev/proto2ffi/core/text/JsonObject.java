package dev.proto2ffi.core.text;

import java.util.Collection;

/** Builds one JSON object on one line, members in the order in which they are put. Well-formed for any strings. */
public final class JsonObject {
    private final StringBuilder out = new StringBuilder("{");

    public JsonObject put(String key, String value) {
        return raw(key, quote(value));
    }

    public JsonObject put(String key, long value) {
        return raw(key, Long.toString(value));
    }

    public JsonObject put(String key, boolean value) {
        return raw(key, Boolean.toString(value));
    }

    /** An array of values that are JSON already. */
    public JsonObject putAll(String key, Collection<?> values) {
        StringBuilder array = new StringBuilder("[");
        for (Object value : values) {
            array.append(array.length() == 1 ? "" : ", ").append(value);
        }
        return raw(key, array.append(']').toString());
    }

    /** As {@link #putAll}, each value on a line of its own. */
    public JsonObject putLines(String key, Collection<?> values, int indent) {
        StringBuilder array = new StringBuilder("[");
        for (Object value : values) {
            array.append(array.length() == 1 ? "\n" : ",\n")
                    .append(" ".repeat(indent))
                    .append(value);
        }
        return raw(key, array.append(']').toString());
    }

    /** A value that is JSON already. */
    public JsonObject raw(String key, String json) {
        if (out.length() > 1) {
            out.append(", ");
        }
        out.append(quote(key)).append(": ").append(json);
        return this;
    }

    @Override
    public String toString() {
        return out + "}";
    }

    /**
     * A JSON string with its quotes. Beside what JSON demands, all that a terminal might obey and unpaired surrogates are
     * escaped, so that the text can be printed and encoded anywhere.
     */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\t') {
                quoted.append("\\t");
            } else if (DisplayText.isUnsafe(c)) {
                for (char unit : Character.toChars(c)) {
                    quoted.append("\\u");
                    DisplayText.appendHex(quoted, unit, 4);
                }
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
