package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.text.DisplayText;
import java.util.ArrayList;
import java.util.List;

/** Breaks text that is wider than its place. */
final class Lines {
    private Lines() {}

    /**
     * The text on as many lines as it takes: broken at a blank, which is left out, else behind a mark that parts names,
     * else anywhere.
     *
     * @param width columns; a character that is wider stands on a line of its own
     */
    static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (DisplayText.width(rest) > width) {
            int end = end(rest, width);
            int cut = rest.substring(0, end).lastIndexOf(' ');
            if (end < rest.length() && rest.charAt(end) == ' ') {
                cut = end;
            }
            if (cut > 0) {
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut + 1);
                continue;
            }
            int part = behindMark(rest, end);
            lines.add(rest.substring(0, part));
            rest = rest.substring(part);
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /** The index behind the last character that fits, at least behind the first. */
    private static int end(String text, int width) {
        int used = 0;
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            used += DisplayText.width(codePoint);
            if (used > width && index > 0) {
                return index;
            }
            index += Character.charCount(codePoint);
        }
        return index;
    }

    /** The second half of the line only: a short first part leaves too much of the place unused. */
    private static int behindMark(String text, int end) {
        for (int i = end; i > end / 2; i--) {
            char mark = text.charAt(i - 1);
            if (mark == '.' || mark == '_' || mark == ',' || mark == '<' || mark == ':') {
                return i;
            }
        }
        return end;
    }
}
