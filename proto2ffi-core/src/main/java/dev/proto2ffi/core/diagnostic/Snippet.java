package dev.proto2ffi.core.diagnostic;

import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.text.DisplayText;

/**
 * The part of a source line that shows a span, ready for a terminal: tabs expanded, control characters escaped, long
 * lines cut around the span. Of a span over several lines the first is shown.
 *
 * @param text the line, or what of it fits
 * @param markStart columns before the underline
 * @param markWidth columns of the underline, at least 1
 */
record Snippet(String text, int markStart, int markWidth) {
    private static final int TAB_STOP = 4;

    /** Bytes that one column of a window may take: four of UTF-8, and a few combining characters. */
    private static final int BYTES_PER_COLUMN = 8;

    /** A window that cuts the line's start leaves this share of the room before the span. */
    private static final int LEAD = 3;

    static Snippet of(Span span, int room, String ellipsis) {
        SourceFile file = span.file();
        int line = file.line(span.start());
        int lineStart = file.lineStart(line);
        int lineEnd = lineEnd(file, line);
        int start = Math.min(span.start(), lineEnd);
        int end = Math.max(start, Math.min(span.end(), lineEnd));

        // Only bytes near the span are looked at: a line may be megabytes long.
        int reach = room * BYTES_PER_COLUMN;
        int from = characterStart(file, Math.max(lineStart, start - reach), lineStart);
        int to = Math.min(lineEnd, start + reach);
        Columns before = new Columns();
        before.append(file.text(from, start));
        Columns marked = new Columns(before.width);
        marked.append(file.text(start, Math.min(end, to)));
        Columns after = new Columns(marked.width);
        after.append(file.text(Math.min(end, to), to));

        int markWidth = Math.max(1, marked.width - before.width);
        String whole = before.out.toString() + marked.out + after.out;
        if (from == lineStart && to == lineEnd && after.width <= room) {
            return new Snippet(whole.stripTrailing(), before.width, markWidth);
        }
        int skip = before.width + Math.min(markWidth, room / 2) <= room ? 0 : Math.max(0, before.width - room / LEAD);
        boolean cutStart = skip > 0 || from > lineStart;
        boolean cutEnd = to < lineEnd || after.width - skip > room;
        String left = cutStart ? ellipsis : "";
        String right = cutEnd ? ellipsis : "";
        int width = room - left.length() - right.length();
        Window window = Window.of(whole, skip, width);
        int markStart = left.length() + before.width - window.start();
        return new Snippet(
                left + window.text() + right,
                markStart,
                Math.min(markWidth, Math.max(1, room - markStart - right.length())));
    }

    private static int lineEnd(SourceFile file, int line) {
        int end = line + 1 < file.lineCount() ? file.lineStart(line + 1) - 1 : file.length();
        return end > file.lineStart(line) && file.byteAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** The first offset from {@code offset} on that doesn't split a character of UTF-8. */
    private static int characterStart(SourceFile file, int offset, int lineStart) {
        int at = offset;
        while (at > lineStart && at < offset + 4 && (file.byteAt(at) & 0xC0) == 0x80) {
            at++;
        }
        return at;
    }

    /** Text under construction whose columns are counted. */
    private static final class Columns {
        private final StringBuilder out = new StringBuilder();
        private int width;

        Columns() {}

        Columns(int width) {
            this.width = width;
        }

        void append(String text) {
            text.codePoints().forEach(this::append);
        }

        private void append(int codePoint) {
            int before = out.length();
            if (codePoint == '\t') {
                out.append(" ".repeat(TAB_STOP - width % TAB_STOP));
            } else {
                DisplayText.appendVisible(out, codePoint);
            }
            width += DisplayText.width(out.subSequence(before, out.length()));
        }
    }

    /**
     * The characters of a text that lie in a range of columns.
     *
     * @param start column of the first one; a wide character or a combining one is never split
     */
    private record Window(String text, int start) {
        static Window of(String text, int skip, int width) {
            StringBuilder out = new StringBuilder();
            int column = 0;
            int start = -1;
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                int next = column + DisplayText.width(codePoint);
                if (column >= skip && next <= skip + width) {
                    start = start < 0 ? column : start;
                    out.appendCodePoint(codePoint);
                }
                column = next;
                i += Character.charCount(codePoint);
            }
            return new Window(out.toString(), Math.max(start, skip));
        }
    }
}
