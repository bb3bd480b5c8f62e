package dev.proto2ffi.core.diagnostic;

/**
 * What the reader's screen can show.
 *
 * @param colour whether ANSI escapes are understood
 * @param unicode whether characters beyond ASCII are
 * @param width columns of the screen; longer source lines are cut around the span
 */
public record TextStyle(boolean colour, boolean unicode, int width) {
    /** For files, pipes and tests. */
    public static final TextStyle PLAIN = new TextStyle(false, true, 120);
}
