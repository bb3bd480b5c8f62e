package dev.proto2ffi.core.model.option;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that options take. */
public enum OptionType {
    /** Unsigned, 32 bits: {@link Long}. */
    NUMBER,
    /** {@link Boolean}. */
    FLAG,
    /** {@link String}. */
    TEXT,
    /** The options of a map's keys or values, each with a value of its own. */
    SUB_OPTIONS,
    PRESENCE("PRESENCE_UNSPECIFIED", "SCHEMA", "PROTOBUF", "NONE"),
    ORDER("ORDER_UNSPECIFIED", "DECLARATION", "SMALLEST"),
    INT_SIZE("IS_DEFAULT", "IS_8", "IS_16", "IS_32", "IS_64"),
    UNKNOWN_FIELDS("UNKNOWN_FIELDS_UNSPECIFIED", "DROP", "KEEP");

    private static final long LARGEST_NUMBER = 0xffff_ffffL;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> words;

    /** @param words as {@link String}s; none for what is no enum */
    OptionType(String... words) {
        this.words = List.of(words);
    }

    /** The words of an enum, in the order of options.proto; empty for other types. */
    public List<String> words() {
        return words;
    }

    /** The value that a text stands for; null where it stands for none. */
    public @Nullable Object parse(String text) {
        return switch (this) {
            case NUMBER -> number(text);
            case FLAG -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
            case TEXT -> text;
            case PRESENCE, ORDER, INT_SIZE, UNKNOWN_FIELDS -> words.contains(text) ? text : null;
            case SUB_OPTIONS -> null;
        };
    }

    private static @Nullable Long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            return null;
        }
        long number = Long.parseLong(text);
        return number <= LARGEST_NUMBER ? number : null;
    }

    /** What it takes, for messages: {@code true or false}. */
    public String expected() {
        return switch (this) {
            case NUMBER -> "a number from 0 to " + LARGEST_NUMBER;
            case FLAG -> "true or false";
            case TEXT -> "a text";
            case PRESENCE, ORDER, INT_SIZE, UNKNOWN_FIELDS -> "one of " + String.join(", ", choices());
            case SUB_OPTIONS -> "options of its own";
        };
    }

    /** The words but the first, which stands for "not set" in protobuf. */
    public List<String> choices() {
        return words.isEmpty() ? words : words.subList(1, words.size());
    }
}
