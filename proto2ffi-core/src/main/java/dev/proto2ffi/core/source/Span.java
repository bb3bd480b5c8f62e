package dev.proto2ffi.core.source;

/**
 * The bytes {@code [start, end)} of a file; {@code start == end} is a place between two bytes.
 *
 * @param start offset of the first byte, from 0
 * @param end offset behind the last byte
 */
public record Span(SourceFile file, int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end);
        }
    }

    /** From the start of this span to the end of {@code last}, which stands later in the same file. */
    public Span to(Span last) {
        return new Span(file, start, Math.max(end, last.end));
    }

    /** The whole of a file as a place for messages that concern no line of it: its first byte. */
    public static Span startOf(SourceFile file) {
        return new Span(file, 0, 0);
    }

    public String text() {
        return file.text(start, end);
    }

    /** Line of the first byte, from 1. */
    public int line() {
        return file.line(start) + 1;
    }

    /** Column of the first byte in code points, from 1. */
    public int column() {
        return file.column(start) + 1;
    }

    /** {@code path:line:column}, as editors understand it. */
    @Override
    public String toString() {
        return file.displayPath() + ":" + line() + ":" + column();
    }
}
