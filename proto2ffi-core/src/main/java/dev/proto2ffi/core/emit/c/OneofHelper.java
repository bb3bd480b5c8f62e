package dev.proto2ffi.core.emit.c;

/** An inline function that a header offers for a oneof as a whole. */
enum OneofHelper {
    /** The number of the field that is set. */
    WHICH("which_%s"),
    CLEAR("clear_%s");

    private final String pattern;

    OneofHelper(String pattern) {
        this.pattern = pattern;
    }

    /** The function's name without the struct's. */
    String localName(String oneof) {
        return pattern.replace("%s", oneof);
    }
}
