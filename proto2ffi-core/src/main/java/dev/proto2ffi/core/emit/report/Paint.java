package dev.proto2ffi.core.emit.report;

/** Colours of a terminal, which its user has chosen to be readable. */
enum Paint {
    PLAIN(""),
    /** Headings. */
    BOLD("1"),
    /** Lines, and members that the mapping adds. */
    DIM("2"),
    /** What costs. */
    YELLOW("33"),
    /** What would be better. */
    GREEN("32"),
    /** What is used most. */
    MAGENTA("35");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text, boolean colour) {
        return colour && this != PLAIN ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
