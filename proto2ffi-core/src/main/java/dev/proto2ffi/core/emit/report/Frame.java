package dev.proto2ffi.core.emit.report;

/**
 * The characters that a table is drawn with.
 *
 * @param dash a horizontal line
 * @param dots a horizontal line that is less than one between rows
 * @param bar a vertical line
 * @param padding stands before the word padding
 */
record Frame(Line top, Line middle, Line bottom, String dash, String dots, String bar, String padding) {
    /** The ends and crossings of a horizontal line. */
    record Line(String left, String cross, String right) {}

    static final Frame UNICODE =
            new Frame(new Line("┌", "┬", "┐"), new Line("├", "┼", "┤"), new Line("└", "┴", "┘"), "─", "╌", "│", "·· ");

    static final Frame ASCII =
            new Frame(new Line("+", "+", "+"), new Line("+", "+", "+"), new Line("+", "+", "+"), "-", "-", "|", "-- ");
}
